package io.fluxj.runtime.pattern;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How many instructions an expression becomes, about. Of what is no expression it says something, and whoever compiles it says what is wrong. */
final class PatternSize {
    private static final Pattern REPEAT = Pattern.compile("\\{([0-9]{1,9})(?:,([0-9]{0,9}))?\\}");
    private static final Pattern ESCAPE =
            Pattern.compile("\\\\(?:Q.*?(?:\\\\E|$)|[pPx]\\{[^}]*\\}?|.|$)", Pattern.DOTALL);

    private final String expression;
    private final long largest;
    private final Deque<Long> around = new ArrayDeque<>();
    private long sum;
    private long last;
    private int at;

    private PatternSize(String expression, long largest) {
        this.expression = expression;
        this.largest = largest;
    }

    /** Stops counting where it is beyond {@code largest}. */
    static long of(String expression, long largest) {
        PatternSize size = new PatternSize(expression, largest);
        while (size.at < expression.length() && size.sum <= largest) {
            size.take();
        }
        return size.sum;
    }

    private void take() {
        switch (expression.charAt(at)) {
            case '\\' -> escape();
            case '[' -> atom(endOfClass() - at);
            case '(' -> open();
            case ')' -> close();
            case '{' -> repeat();
            default -> atom(1);
        }
    }

    private void escape() {
        Matcher found = ESCAPE.matcher(expression).region(at, expression.length());
        atom(found.lookingAt() ? found.end() - at : 1);
    }

    /** Behind the bracket that ends a class; one that stands first, or ends a name such as {@code [:alpha:]}, does not. */
    private int endOfClass() {
        int i = expression.startsWith("[^", at) ? at + 2 : at + 1;
        i = expression.startsWith("]", i) ? i + 1 : i;
        while (i < expression.length() && expression.charAt(i) != ']') {
            int name = expression.startsWith("[:", i) ? expression.indexOf(":]", i + 2) : -1;
            i = name >= 0 ? name + 2 : i + (expression.charAt(i) == '\\' ? 2 : 1);
        }
        return Math.min(i + 1, expression.length());
    }

    private void atom(int length) {
        boolean quoted = expression.startsWith("\\Q", at);
        last = quoted ? length : 1;
        sum += last;
        at += length;
    }

    private void open() {
        around.push(sum);
        sum = 0;
        at++;
    }

    private void close() {
        last = sum + 2;
        sum = last + (around.isEmpty() ? 0 : around.pop());
        at++;
    }

    private void repeat() {
        Matcher times = REPEAT.matcher(expression).region(at, expression.length());
        if (!times.lookingAt()) {
            atom(1);
            return;
        }
        String most = times.group(2) == null || times.group(2).isEmpty() ? times.group(1) : times.group(2);
        long before = last;
        last = Math.min(largest + 1, before * Math.max(1, Long.parseLong(most)));
        sum += last - before;
        at = times.end();
    }
}
