package io.fluxj.helm.values;

/** A {@code --set} flag is malformed; the message is Helm's. */
final class SetFailure extends Exception {
    private static final long serialVersionUID = 1L;

    SetFailure(String message) {
        super(message, null, false, false);
    }
}
