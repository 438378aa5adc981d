package io.fluxj.api.helm.v2;

import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Kind;
import io.fabric8.kubernetes.model.annotation.Plural;
import io.fabric8.kubernetes.model.annotation.ShortNames;
import io.fabric8.kubernetes.model.annotation.Singular;
import io.fabric8.kubernetes.model.annotation.Version;

/** Installs a Helm chart, keeps it upgraded, and corrects what was changed by hand. */
@Group("helm.toolkit.fluxcd.io")
@Version("v2")
@Kind("HelmRelease")
@Plural("helmreleases")
@Singular("helmrelease")
@ShortNames("hr")
public final class HelmRelease extends CustomResource<HelmReleaseSpec, HelmReleaseStatus> implements Namespaced {
    private static final long serialVersionUID = 1L;

    /** An object with neither metadata nor spec nor status yet. */
    public HelmRelease() {}
}
