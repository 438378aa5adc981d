package io.fluxj.sops.age;

/** A file or identity of age is wrong, or not for these identities. */
final class AgeException extends Exception {
    private static final long serialVersionUID = 1L;

    AgeException(String message) {
        super(message);
    }
}
