package io.fluxj.sops.metadata;

/** The block of sops is missing or not understood. */
public final class MetadataException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** With the message of sops. */
    public MetadataException(String message) {
        super(message);
    }
}
