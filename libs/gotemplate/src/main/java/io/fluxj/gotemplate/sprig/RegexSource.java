package io.fluxj.gotemplate.sprig;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.fluxj.gotemplate.format.Quoting;
import io.fluxj.gotemplate.value.GoError;
import io.fluxj.gotemplate.value.Run;

/** Compiles expressions; RE2 takes linear time in the text, and what a repeat makes of an expression is bounded before it is compiled. */
final class RegexSource {
    private static final int LONGEST = 64 << 10;
    private static final long MOST_REPEATS = 1_000;

    private RegexSource() {}

    /** {@code regexMatch}: a malformed expression matches nothing. */
    static boolean matches(Run run, String expression, String text) {
        run.spend(text.length());
        try {
            return compile(expression, false).matcher(text).find();
        } catch (GoError e) {
            return false;
        }
    }

    /** @param panics whether the failure is worded as that of {@code MustCompile} */
    static Pattern compile(String expression, boolean panics) {
        try {
            requireBounded(expression);
            return Pattern.compile(expression);
        } catch (PatternSyntaxException e) {
            String part = e.getPattern() == null || e.getPattern().isEmpty() ? "" : ": `" + e.getPattern() + "`";
            throw failure(expression, panics, "error parsing regexp: " + e.getDescription() + part);
        }
    }

    private static GoError failure(String expression, boolean panics, String problem) {
        if (!panics) {
            return new GoError(problem);
        }
        String quoted = Quoting.canBackquote(expression) ? "`" + expression + "`" : Quoting.quoted(expression);
        return new GoError("regexp: Compile(" + quoted + "): " + problem);
    }

    /** Go refuses repeats whose product exceeds 1000; re2j would build them. */
    private static void requireBounded(String expression) {
        if (expression.length() > LONGEST) {
            throw new PatternSyntaxException("expression too large", "");
        }
        long product = 1;
        for (int at = expression.indexOf('{'); at >= 0; at = expression.indexOf('{', at + 1)) {
            int end = expression.indexOf('}', at);
            String inner = end < 0 ? "" : expression.substring(at + 1, end);
            for (String bound : inner.split(",", 2)) {
                if (!bound.isEmpty() && bound.length() < 6 && bound.chars().allMatch(Character::isDigit)) {
                    product = Math.max(product, product * Math.max(1, Long.parseLong(bound)));
                }
            }
        }
        if (product > MOST_REPEATS * MOST_REPEATS) {
            throw new PatternSyntaxException("invalid repeat count", "");
        }
    }
}
