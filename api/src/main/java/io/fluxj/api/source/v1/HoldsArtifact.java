package io.fluxj.api.source.v1;

import io.fluxj.api.meta.Artifact;
import io.fluxj.api.meta.Condition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The status of a kind that offers an artifact to others. The fields are those of {@code status.artifact} and
 * {@code status.conditions}.
 */
public interface HoldsArtifact {

    /**
     * Generation of the spec that was handled last.
     *
     * @return null for kinds that do not tell, and before the first time
     */
    default @Nullable Long observedGeneration() {
        return null;
    }
    /**
     * What is offered now.
     *
     * @return null when there is nothing yet, and always for a HelmRepository of an OCI registry
     */
    @Nullable
    Artifact artifact();

    /**
     * What the source says of itself.
     *
     * @return empty when nothing was said yet
     */
    List<Condition> conditions();
}
