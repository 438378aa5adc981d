package io.fluxj.notification.event;

/** A body that is no event; the message is the one that Flux logs. */
final class MalformedEvent extends Exception {
    private static final long serialVersionUID = 1L;

    private final String message;

    MalformedEvent(String message) {
        super(message);
        this.message = message;
    }

    String message() {
        return message;
    }
}
