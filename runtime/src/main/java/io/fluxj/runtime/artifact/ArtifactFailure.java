package io.fluxj.runtime.artifact;

import org.jspecify.annotations.Nullable;

/** Why an artifact cannot be used. */
public abstract sealed class ArtifactFailure extends Exception {
    private static final long serialVersionUID = 1L;

    private ArtifactFailure(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** The server has no such file (404): the source will name a newer one soon. */
    public static final class NotFound extends ArtifactFailure {
        private static final long serialVersionUID = 1L;

        NotFound(String message) {
            super(message, null);
        }
    }

    /** The server did not deliver the file within the tries that {@code --http-retry} allows. */
    public static final class Unreachable extends ArtifactFailure {
        private static final long serialVersionUID = 1L;

        Unreachable(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }

    /** The file is not the one that the source promised. */
    public static final class DigestMismatch extends ArtifactFailure {
        private static final long serialVersionUID = 1L;

        DigestMismatch(String message) {
            super(message, null);
        }
    }

    /** The archive is damaged, hostile or larger than the budget. */
    public static final class Unusable extends ArtifactFailure {
        private static final long serialVersionUID = 1L;

        Unusable(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }
}
