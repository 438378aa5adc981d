package io.fluxj.sops.key;

/** A master key could not open what it locked. The message tells nothing that is secret. */
public final class KeyException extends Exception {
    private static final long serialVersionUID = 1L;

    /** With what went wrong. */
    public KeyException(String message) {
        super(message);
    }
}
