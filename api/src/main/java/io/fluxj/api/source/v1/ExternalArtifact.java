package io.fluxj.api.source.v1;

import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Kind;
import io.fabric8.kubernetes.model.annotation.Plural;
import io.fabric8.kubernetes.model.annotation.ShortNames;
import io.fabric8.kubernetes.model.annotation.Singular;
import io.fabric8.kubernetes.model.annotation.Version;

/** An artifact that some other controller makes and serves, for instance one of an ArtifactGenerator. */
@Group("source.toolkit.fluxcd.io")
@Version("v1")
@Kind("ExternalArtifact")
@Plural("externalartifacts")
@Singular("externalartifact")
@ShortNames("ea")
public final class ExternalArtifact extends CustomResource<ExternalArtifactSpec, ExternalArtifactStatus>
        implements Namespaced {
    private static final long serialVersionUID = 1L;

    /** An object with neither metadata nor spec nor status yet. */
    public ExternalArtifact() {}
}
