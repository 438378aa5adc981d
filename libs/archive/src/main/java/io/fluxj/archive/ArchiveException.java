package io.fluxj.archive;

import java.io.IOException;

/** An archive is refused; the message names the entry. What was unpacked before remains where it is. */
public final class ArchiveException extends IOException {
    /** Why. */
    public enum Problem {
        /** Not a {@code tar.gz}, or damaged or cut off. */
        MALFORMED,
        /** An entry would land outside the target, or under a link or file. */
        ESCAPES,
        /** An entry is neither file nor folder nor symbolic link. */
        UNSUPPORTED_ENTRY,
        /** More than {@link ExtractionLimits} allow. */
        TOO_LARGE
    }

    private static final long serialVersionUID = 1L;

    private final Problem problem;

    ArchiveException(Problem problem, String message) {
        super(message);
        this.problem = problem;
    }

    ArchiveException(Problem problem, String message, Throwable cause) {
        super(message, cause);
        this.problem = problem;
    }

    /** What kind of refusal this is. */
    public Problem problem() {
        return problem;
    }
}
