package io.fluxj.manifest.decrypt;

/** Something cannot be decrypted; where it is, the catcher knows. */
final class DecryptionFailure extends Exception {
    private static final long serialVersionUID = 1L;

    private final boolean change;

    DecryptionFailure(String message) {
        this(message, false);
    }

    /**
     * Of a known cause.
     *
     * @param change whether it was changed after it was encrypted
     */
    DecryptionFailure(String message, boolean change) {
        super(message);
        this.change = change;
    }

    boolean isOfChange() {
        return change;
    }
}
