package io.fluxj.api.sourceextensions.v1beta1;

import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Kind;
import io.fabric8.kubernetes.model.annotation.Plural;
import io.fabric8.kubernetes.model.annotation.ShortNames;
import io.fabric8.kubernetes.model.annotation.Singular;
import io.fabric8.kubernetes.model.annotation.Version;

/** Makes artifacts out of parts of other sources, to compose several into one or to split one into several. */
@Group("source.extensions.fluxcd.io")
@Version("v1beta1")
@Kind("ArtifactGenerator")
@Plural("artifactgenerators")
@Singular("artifactgenerator")
@ShortNames("ag")
public final class ArtifactGenerator extends CustomResource<ArtifactGeneratorSpec, ArtifactGeneratorStatus>
        implements Namespaced {
    private static final long serialVersionUID = 1L;

    /** An object with neither metadata nor spec nor status yet. */
    public ArtifactGenerator() {}
}
