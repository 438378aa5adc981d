package io.fluxj.source.artifact;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.function.Predicate;

/** Regular expressions of users, as Go reads them. */
public final class GoExpression {
    private static final int LONGEST = 1024;
    private static final int MOST_REPEATS = 1000;

    private GoExpression() {}

    /**
     * Whether an expression is found in a text.
     *
     * @throws IllegalArgumentException when it is none
     */
    public static Predicate<String> finds(String expression) {
        try {
            requireBounded(expression);
            Pattern pattern = Pattern.compile(expression);
            return text -> pattern.matcher(text).find();
        } catch (PatternSyntaxException malformed) {
            throw new IllegalArgumentException(malformed.getMessage(), malformed);
        }
    }

    /** Go refuses repeats whose product exceeds 1000; re2j would build them. */
    private static void requireBounded(String expression) {
        if (expression.length() > LONGEST) {
            throw new PatternSyntaxException("expression too large, over " + LONGEST + " characters", "");
        }
        long product = java.util.regex.Pattern.compile("[0-9]+")
                .matcher(expression)
                .results()
                .filter(number -> isRepeat(expression, number.start(), number.end()))
                .mapToLong(number ->
                        Math.max(1, number.group().length() > 4 ? MOST_REPEATS : Long.parseLong(number.group())))
                .reduce(1, (all, one) -> Math.min(all * one, MOST_REPEATS + 1L));
        if (product > MOST_REPEATS) {
            throw new PatternSyntaxException("invalid repeat count, over " + MOST_REPEATS + " in all", "");
        }
    }

    private static boolean isRepeat(String expression, int start, int end) {
        boolean opened = start > 0 && (expression.charAt(start - 1) == '{' || expression.charAt(start - 1) == ',');
        boolean closed = end < expression.length() && (expression.charAt(end) == '}' || expression.charAt(end) == ',');
        return opened && closed;
    }
}
