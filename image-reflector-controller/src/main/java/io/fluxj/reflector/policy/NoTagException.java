package io.fluxj.reflector.policy;

/** No tag can be chosen; the message is Flux's. */
final class NoTagException extends Exception {
    private static final long serialVersionUID = 1L;

    NoTagException(String message) {
        super(message);
    }
}
