package io.fluxj.manifest;

/** The manifests could not be built; the message is for the user and holds no value of a variable. */
public final class BuildFailure extends Exception {

    private static final long serialVersionUID = 1L;

    private final String message;

    /** Without a cause. */
    public BuildFailure(String message) {
        super(message);
        this.message = message;
    }

    /** With what lies beneath. */
    public BuildFailure(String message, Throwable cause) {
        super(message, cause);
        this.message = message;
    }

    /** What is wrong, where, and what to do. */
    public String message() {
        return message;
    }
}
