package io.fluxj.cel;

/** An expression gave no result for these objects; the message names the expression and tells why. */
public final class EvaluationFailure extends Exception {
    private static final long serialVersionUID = 1L;

    EvaluationFailure(String expression, String why) {
        super("failed to evaluate the CEL expression '%s': %s".formatted(expression, why), null, false, false);
    }
}
