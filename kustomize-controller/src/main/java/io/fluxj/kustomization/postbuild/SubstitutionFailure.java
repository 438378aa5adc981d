package io.fluxj.kustomization.postbuild;

/** Variables could not be loaded or put into an object; the message is for the user and holds no value. */
public final class SubstitutionFailure extends Exception {

    private static final long serialVersionUID = 1L;

    private final String message;

    /** Without a cause. */
    public SubstitutionFailure(String message) {
        super(message);
        this.message = message;
    }

    /** With what lies beneath. */
    public SubstitutionFailure(String message, Throwable cause) {
        super(message, cause);
        this.message = message;
    }

    /** What is wrong, where, and what to do. */
    public String message() {
        return message;
    }
}
