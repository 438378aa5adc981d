package io.fluxj.api.source.v1;

import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Kind;
import io.fabric8.kubernetes.model.annotation.Plural;
import io.fabric8.kubernetes.model.annotation.ShortNames;
import io.fabric8.kubernetes.model.annotation.Singular;
import io.fabric8.kubernetes.model.annotation.Version;

/** An artifact in an OCI registry, of which one revision at a time is fetched and offered to others. */
@Group("source.toolkit.fluxcd.io")
@Version("v1")
@Kind("OCIRepository")
@Plural("ocirepositories")
@Singular("ocirepository")
@ShortNames("ocirepo")
public final class OCIRepository extends CustomResource<OCIRepositorySpec, OCIRepositoryStatus> implements Namespaced {
    private static final long serialVersionUID = 1L;

    /** An object with neither metadata nor spec nor status yet. */
    public OCIRepository() {}
}
