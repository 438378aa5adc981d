package io.fluxj.sandbox;

/** Why the sandbox cannot start, in words for its user. */
final class SandboxException extends Exception {

    private static final long serialVersionUID = 1L;

    SandboxException(String message) {
        super(message);
    }
}
