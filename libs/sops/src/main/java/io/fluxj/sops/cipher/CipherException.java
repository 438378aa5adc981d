package io.fluxj.sops.cipher;

/** A value cannot be decrypted. */
public final class CipherException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** With the message of sops, less any text of the file. */
    public CipherException(String message) {
        super(message);
    }
}
