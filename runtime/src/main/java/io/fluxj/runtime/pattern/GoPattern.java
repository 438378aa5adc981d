package io.fluxj.runtime.pattern;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;

/** Compiles expressions of Go's {@code regexp}. What they cost is bounded before they are compiled, for re2j builds repeats that Go refuses. */
public final class GoPattern {
    private static final int LONGEST = 16 << 10;
    private static final long LARGEST = 10_000;
    private static final java.util.regex.Pattern GROUP = java.util.regex.Pattern.compile("\\(\\?P?<([A-Za-z0-9_]+)>");

    private GoPattern() {}

    /**
     * The expression, to be searched for ({@code matcher(text).find()}), not to be matched as a whole.
     *
     * @throws PatternSyntaxException when it is none, with Go's words, or it is too large
     */
    public static Pattern compile(String expression) {
        if (expression.length() > LONGEST || PatternSize.of(expression, LARGEST) > LARGEST) {
            throw new PatternSyntaxException("expression too large");
        }
        try {
            return Pattern.compile(expression);
        } catch (PatternSyntaxException malformed) {
            if (malformed.getDescription().startsWith("duplicate capture group name")) {
                return Pattern.compile(named(expression));
            }
            throw worded(malformed);
        }
    }

    /** Go takes groups of the same name; re2j does not, so that only the first of them keeps it. */
    private static String named(String expression) {
        Set<String> seen = new HashSet<>();
        return GROUP.matcher(expression)
                .replaceAll(group -> seen.add(group.group(1)) ? Matcher.quoteReplacement(group.group()) : "(");
    }

    /** Go always names the part that is wrong, be it empty. */
    private static PatternSyntaxException worded(PatternSyntaxException malformed) {
        return malformed.getPattern().isEmpty()
                ? new PatternSyntaxException(malformed.getDescription(), "")
                : malformed;
    }
}
