package io.fluxj.runtime.target;

/** The cluster that a spec means cannot be reached as it says. The message is for people and holds nothing of a kubeconfig that is secret. */
public final class TargetFailure extends Exception {
    private static final long serialVersionUID = 1L;

    private final String message;

    TargetFailure(String message) {
        super(message);
        this.message = message;
    }

    TargetFailure(String message, Throwable cause) {
        super(message, cause);
        this.message = message;
    }

    /** What is wrong and, where it is not plain, what to do. */
    public String message() {
        return message;
    }
}
