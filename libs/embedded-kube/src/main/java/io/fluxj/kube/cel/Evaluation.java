package io.fluxj.kube.cel;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import dev.cel.common.CelErrorCode;
import dev.cel.runtime.CelEvaluationException;
import java.util.Map;

/** What came of an expression. */
sealed interface Evaluation {
    /** What it took. */
    long cost();

    /** A value. */
    record Result(Object value, long cost) implements Evaluation {}

    /** An error, in the words of the real server. */
    record Problem(String message, long cost) implements Evaluation {}

    /** It cost too much and was ended. */
    record TooExpensive(long cost) implements Evaluation {}

    /** Evaluates an expression. */
    static Evaluation of(Expression expression, Map<String, Object> variables) {
        EvaluationCost cost = new EvaluationCost();
        try {
            return new Result(expression.program().trace(variables, cost), cost.cost());
        } catch (CelEvaluationException e) {
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof EvaluationCost.Exceeded) {
                    return new TooExpensive(cost.cost());
                }
                if (cause instanceof Failure failure) {
                    return new Problem(String.valueOf(failure.getMessage()), cost.cost());
                }
            }
            return e.getErrorCode() == CelErrorCode.ITERATION_BUDGET_EXCEEDED
                    ? new TooExpensive(cost.cost())
                    : new Problem(Words.of(e), cost.cost());
        }
    }

    /** Says in the real server's words what the evaluator says in its own. */
    final class Words {
        private static final Pattern POSITION = Pattern.compile("^evaluation error at <input>:\\d+: ");
        private static final Pattern KEY = Pattern.compile("^(?:key )?'?(.*?)'?(?: is not present in map\\.)?$");

        private static final Pattern ZONE =
                Pattern.compile("^(?:Unknown time-zone ID: |Invalid ID for .*, invalid format: )(.*)$");
        private static final Pattern CALL = Pattern.compile("(?s)^Function '.*' failed with arg\\(s\\) .*");

        private Words() {}

        static String of(CelEvaluationException error) {
            String message =
                    POSITION.matcher(String.valueOf(error.getMessage())).replaceFirst("");
            return switch (error.getErrorCode()) {
                case OVERLOAD_NOT_FOUND -> "no such overload";
                case DIVIDE_BY_ZERO -> "division by zero";
                case NUMERIC_OVERFLOW -> "integer overflow";
                case INDEX_OUT_OF_BOUNDS -> message.replace("Index out of bounds", "index out of bounds");
                case ATTRIBUTE_NOT_FOUND ->
                    message.startsWith("Error resolving field") ? "no such overload" : "no such key: " + key(message);
                default -> other(error, message);
            };
        }

        private static String other(CelEvaluationException error, String message) {
            Matcher zone = ZONE.matcher(message);
            if (zone.matches()) {
                return "unknown time zone " + zone.group(1);
            }
            Throwable cause = error.getCause();
            if (cause instanceof java.util.NoSuchElementException) {
                return "optional.none() dereference";
            }
            return CALL.matches(message) && cause != null
                    ? String.valueOf(cause.getMessage())
                            .replace("key '", "key ")
                            .replace("' already", " already")
                    : message;
        }

        private static String key(String message) {
            Matcher matcher = KEY.matcher(message);
            return matcher.matches() ? matcher.group(1) : message;
        }
    }
}
