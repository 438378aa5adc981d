package io.fluxj.notification.provider;

/** An event was not sent; the message says why, in Flux's words where it has any. */
public final class DeliveryFailure extends Exception {
    private static final long serialVersionUID = 1L;

    private final String message;

    /** A failure. */
    public DeliveryFailure(String message) {
        super(message);
        this.message = message;
    }

    private DeliveryFailure(String message, Throwable cause) {
        super(message, cause);
        this.message = message;
    }

    /** The same failure, after what was being done. */
    public DeliveryFailure within(String doing) {
        return new DeliveryFailure(doing + ": " + message, this);
    }

    /** Why. */
    public String message() {
        return message;
    }
}
