package io.fluxj.cel;

/** An expression that cannot be compiled or gives no boolean; the message names the expression and tells where and why. */
public final class InvalidExpression extends Exception {
    private static final long serialVersionUID = 1L;

    InvalidExpression(String message) {
        super(message, null, false, false);
    }
}
