package io.fluxj.cel;

/** An expression gave no result for these objects; the message names the expression and tells why. */
public final class EvaluationFailure extends Exception {
    private static final long serialVersionUID = 1L;

    private EvaluationFailure(String message) {
        super(message, null, false, false);
    }

    static EvaluationFailure of(String expression, String why) {
        return new EvaluationFailure("failed to evaluate the CEL expression '%s': %s".formatted(expression, why));
    }

    static EvaluationFailure noBoolean(String expression) {
        return new EvaluationFailure("failed to evaluate CEL expression as boolean: '%s'".formatted(expression));
    }

    static EvaluationFailure noText(String expression) {
        return new EvaluationFailure("failed to evaluate CEL expression as string: '%s'".formatted(expression));
    }
}
