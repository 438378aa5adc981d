package io.fluxj.kustomization.generate;

/** The kustomization file at {@code spec.path} could not be made; the message is for the user. */
public final class GenerateException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String message;

    /** Without a cause. */
    public GenerateException(String message) {
        super(message);
        this.message = message;
    }

    /** With what lies beneath. */
    public GenerateException(String message, Throwable cause) {
        super(message, cause);
        this.message = message;
    }

    /** What is wrong, where, and what to do. */
    public String message() {
        return message;
    }
}
