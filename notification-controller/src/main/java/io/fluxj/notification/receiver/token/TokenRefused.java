package io.fluxj.notification.receiver.token;

/** A token is not one of those that are taken, or its issuer cannot be asked. The message holds nothing that would make a token. */
public final class TokenRefused extends Exception {
    private static final long serialVersionUID = 1L;

    TokenRefused(String message) {
        super(message, null, false, false);
    }

    /** The message, which is never missing. */
    public String message() {
        return String.valueOf(getMessage());
    }
}
