package io.fluxj.notification.receiver.check;

/** A call is not genuine, or not one that the Receiver wants. The message is for the log alone and holds no secret. */
public final class CallRefused extends Exception {
    private static final long serialVersionUID = 1L;
    private static final int LONGEST = 2_000;

    /** The message is cut where the caller made it longer than anybody would read. */
    public CallRefused(String message) {
        super(message.length() > LONGEST ? message.substring(0, LONGEST) + "…" : message, null, false, false);
    }

    /** The message, which is never missing. */
    public String message() {
        return String.valueOf(getMessage());
    }
}
