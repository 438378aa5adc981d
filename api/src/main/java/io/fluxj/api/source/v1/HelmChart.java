package io.fluxj.api.source.v1;

import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Kind;
import io.fabric8.kubernetes.model.annotation.Plural;
import io.fabric8.kubernetes.model.annotation.ShortNames;
import io.fabric8.kubernetes.model.annotation.Singular;
import io.fabric8.kubernetes.model.annotation.Version;

/** A Helm chart that is fetched from a HelmRepository, or packed from a GitRepository or Bucket. A HelmRelease makes one of these for itself. */
@Group("source.toolkit.fluxcd.io")
@Version("v1")
@Kind("HelmChart")
@Plural("helmcharts")
@Singular("helmchart")
@ShortNames("hc")
public final class HelmChart extends CustomResource<HelmChartSpec, HelmChartStatus> implements Namespaced {
    private static final long serialVersionUID = 1L;

    /** An object with neither metadata nor spec nor status yet. */
    public HelmChart() {}
}
