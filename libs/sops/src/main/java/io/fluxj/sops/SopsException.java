package io.fluxj.sops;

/** A file cannot be decrypted. The messages are those of sops 3.13, but never hold a decrypted value. */
public final class SopsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** How far it went. */
    public enum Stage {
        /** The file was not understood. */
        LOAD,
        /** No key opens the key of the data. */
        KEY,
        /** A value could not be decrypted. */
        VALUE,
        /** The file was changed after it was encrypted. */
        MAC,
        /** The plain text cannot be written in the format asked for. */
        WRITE
    }

    private final Stage stage;

    /** With what sops says, beginning where its command and Flux say the same. */
    public SopsException(Stage stage, String message) {
        super(message);
        this.stage = stage;
    }

    public Stage stage() {
        return stage;
    }
}
