package io.fluxj.runtime.health;

/** An expression that is missing or cannot be compiled; no state of the cluster will mend it. */
final class UnusableExpression extends Exception {
    private static final long serialVersionUID = 1L;

    UnusableExpression(String message) {
        super(message, null, false, false);
    }
}
