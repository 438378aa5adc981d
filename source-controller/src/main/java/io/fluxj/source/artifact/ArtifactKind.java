package io.fluxj.source.artifact;

import io.fluxj.api.meta.Artifact;
import io.fluxj.api.source.v1.HoldsArtifact;
import org.jspecify.annotations.Nullable;

/**
 * What has to be known of a kind to look after its artifacts.
 *
 * @param placing puts artifacts into its status
 * @param conditions the types that it has
 * @param link name of the link beside the artifact that leads to the newest, such as {@code latest.tar.gz}; empty for none
 */
public record ArtifactKind<S extends HoldsArtifact>(Placing<S> placing, SourceConditions conditions, String link) {
    /** Puts an artifact into a status. */
    @FunctionalInterface
    public interface Placing<S> {
        /**
         * The status with the artifact and all that goes along with it, such as the address of the link.
         *
         * @param artifact null to take out the one that is in it
         */
        S place(S status, @Nullable Artifact artifact);
    }

    /** A kind without a link. */
    public ArtifactKind(Placing<S> placing, SourceConditions conditions) {
        this(placing, conditions, "");
    }
}
