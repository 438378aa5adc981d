package io.fluxj.sops.format;

/** A file is not of a format, or values do not fit into one. */
public final class FormatException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** With a message that holds no value of the file. */
    public FormatException(String message) {
        super(message);
    }
}
