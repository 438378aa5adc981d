package io.fluxj.reflector.policy;

/** A policy says what cannot be followed; the message is Flux's. */
final class InvalidPolicyException extends Exception {
    private static final long serialVersionUID = 1L;

    InvalidPolicyException(String message, Throwable cause) {
        super(message, cause);
    }

    InvalidPolicyException(String message) {
        super(message);
    }
}
