package io.fluxj.cli.frame;

/** Ends a command: its message is the one line that the user sees after {@code ✗}, its code what the process ends with. */
public final class CommandFailure extends RuntimeException {
    /** What {@code flux} ends with whenever something failed. */
    public static final int FAILED = 1;

    private final int code;

    /** A failure with exit code 1. */
    public CommandFailure(String message) {
        this(message, FAILED);
    }

    /** A failure with an exit code of its own; with an empty message nothing is printed. */
    public CommandFailure(String message, int code) {
        super(message);
        this.code = code;
    }

    /** A failure with exit code 1 because of another, which is shown with {@code --verbose} only. */
    public CommandFailure(String message, Throwable cause) {
        super(message, cause);
        this.code = FAILED;
    }

    /** What the process ends with. */
    public int code() {
        return code;
    }
}
