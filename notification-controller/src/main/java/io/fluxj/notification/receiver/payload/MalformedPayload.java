package io.fluxj.notification.receiver.payload;

/** A body is not what it is meant to be. The message is that of Go's decoder. */
public final class MalformedPayload extends Exception {
    private static final long serialVersionUID = 1L;

    MalformedPayload(String message) {
        super(message, null, false, false);
    }

    /** The message, which is never missing. */
    public String message() {
        return String.valueOf(getMessage());
    }
}
