package io.fluxj.runtime.dependency;

import io.fluxj.cel.InvalidExpression;

/** A {@code readyExpr} that cannot be compiled; no other state of the cluster will mend it. */
final class InvalidReadyExpression extends Exception {
    private static final long serialVersionUID = 1L;

    InvalidReadyExpression(String dependency, InvalidExpression cause) {
        super("terminal error: failed to evaluate dependency %s: %s".formatted(dependency, cause.getMessage()), cause);
    }
}
