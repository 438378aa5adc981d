package io.fluxj.manifest.decrypt;

/** Something cannot be decrypted; where it is, the catcher knows. */
final class DecryptionFailure extends Exception {
    private static final long serialVersionUID = 1L;

    DecryptionFailure(String message) {
        super(message);
    }
}
