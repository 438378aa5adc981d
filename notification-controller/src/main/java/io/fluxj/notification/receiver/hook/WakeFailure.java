package io.fluxj.notification.receiver.hook;

/** An object that a call is about is not woken. The message is for the log. */
final class WakeFailure extends Exception {
    private static final long serialVersionUID = 1L;

    WakeFailure(String message) {
        super(message, null, false, false);
    }
}
