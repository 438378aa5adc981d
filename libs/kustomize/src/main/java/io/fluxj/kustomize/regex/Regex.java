package io.fluxj.kustomize.regex;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;

/** Compiles what a user wrote as a regular expression. The one place that does: the library in use bounds neither length nor size. */
public final class Regex {

    private static final int LONGEST_SHOWN = 200;

    private Regex() {}

    /**
     * Compiles an expression.
     *
     * @throws PatternSyntaxException if it is malformed, or larger than {@link RegexSize} allows
     */
    public static Pattern compile(String expression) {
        RegexSize.check(expression);
        return Pattern.compile(expression);
    }

    /** The expression for a message, cut if it is long. */
    public static String shown(String expression) {
        return expression.length() > LONGEST_SHOWN ? expression.substring(0, LONGEST_SHOWN) + "..." : expression;
    }
}
