package io.fluxj.api.source.v1;

import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Kind;
import io.fabric8.kubernetes.model.annotation.Plural;
import io.fabric8.kubernetes.model.annotation.ShortNames;
import io.fabric8.kubernetes.model.annotation.Singular;
import io.fabric8.kubernetes.model.annotation.Version;

/** A repository of Helm charts, over HTTP with an index, or within an OCI registry. */
@Group("source.toolkit.fluxcd.io")
@Version("v1")
@Kind("HelmRepository")
@Plural("helmrepositories")
@Singular("helmrepository")
@ShortNames("helmrepo")
public final class HelmRepository extends CustomResource<HelmRepositorySpec, HelmRepositoryStatus>
        implements Namespaced {
    private static final long serialVersionUID = 1L;

    /** An object with neither metadata nor spec nor status yet. */
    public HelmRepository() {}
}
