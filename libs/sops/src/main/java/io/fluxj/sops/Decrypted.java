package io.fluxj.sops;

/** A plain file. */
public final class Decrypted {
    private final byte[] bytes;
    private final boolean authentic;
    private final String version;

    Decrypted(byte[] bytes, boolean authentic, String version) {
        this.bytes = bytes;
        this.authentic = authentic;
        this.version = version;
    }

    /** The text; the caller's own. */
    public byte[] bytes() {
        return bytes;
    }

    /** Whether the code over all values was there and fits. */
    public boolean authentic() {
        return authentic;
    }

    /** Of the sops that wrote the file; may be empty. */
    public String version() {
        return version;
    }

    /** Does not tell the bytes. */
    @Override
    public String toString() {
        return "Decrypted[" + bytes.length + " bytes, authentic=" + authentic + "]";
    }
}
