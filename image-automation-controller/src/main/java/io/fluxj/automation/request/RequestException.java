package io.fluxj.automation.request;

/** A host did not do what was asked of it, or cannot be asked. The message holds no credentials. */
public final class RequestException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String message;

    RequestException(String message) {
        super(message);
        this.message = message;
    }

    RequestException(String message, Throwable cause) {
        super(message, cause);
        this.message = message;
    }

    /** What was asked, of which address, and why it was not done. */
    public String message() {
        return message;
    }
}
