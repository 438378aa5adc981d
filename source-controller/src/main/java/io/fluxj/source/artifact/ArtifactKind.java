package io.fluxj.source.artifact;

import io.fluxj.api.meta.Artifact;
import org.jspecify.annotations.Nullable;

/**
 * What has to be known of a kind to look after its artifacts.
 *
 * @param holding reads the artifact of a status
 * @param placing puts artifacts into its status
 * @param conditions the types that it has
 * @param link name of the link beside the artifact that leads to the newest, such as {@code latest.tar.gz}; empty for none
 */
public record ArtifactKind<S>(Holding<S> holding, Placing<S> placing, SourceConditions conditions, String link) {
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

    /** Reads the artifact of a status. */
    @FunctionalInterface
    public interface Holding<S> {
        /** What is offered now; null when there is nothing. */
        @Nullable
        Artifact artifact(S status);
    }

    /** A kind without a link. */
    public ArtifactKind(Holding<S> holding, Placing<S> placing, SourceConditions conditions) {
        this(holding, placing, conditions, "");
    }
}
