package io.fluxj.kustomize.regex;

import com.google.re2j.PatternSyntaxException;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Measures an expression before it is compiled. As in Go, the product of repeat counts that are nested in each other is at most 1000, and
 * groups nest at most 1000 deep; beyond Go, length and size (characters, classes and anchors, each as often as it is repeated) are bounded.
 * What is malformed passes: compiling it tells why.
 */
final class RegexSize {

    static final int LONGEST = 4096;
    static final int LARGEST = 10_000;
    private static final int MOST_REPEATS = 1000;
    private static final int DEEPEST = 1000;

    private final String text;
    private final Deque<Group> groups = new ArrayDeque<>();
    private int at;

    private RegexSize(String text) {
        this.text = text;
        groups.push(new Group());
    }

    /** What stands in one pair of parentheses so far; the last item may still be repeated. */
    private static final class Group {

        private long before;
        private long last;
        private int repeats = 1;
        private int lastRepeats = 1;

        void add(long size, int nestedRepeats) {
            before += last;
            repeats = Math.max(repeats, lastRepeats);
            last = size;
            lastRepeats = nestedRepeats;
        }

        long size() {
            return before + last;
        }

        int nestedRepeats() {
            return Math.max(repeats, lastRepeats);
        }
    }

    /** Refuses what is too large. */
    static void check(String expression) {
        if (expression.length() > LONGEST) {
            throw new PatternSyntaxException("longer than " + LONGEST + " characters", Regex.shown(expression));
        }
        new RegexSize(expression).scan();
    }

    private void scan() {
        while (at < text.length()) {
            switch (text.charAt(at)) {
                case '\\' -> escape();
                case '[' -> characterClass();
                case '(' -> open();
                case ')' -> close();
                case '{' -> repeat();
                case '*', '+', '?', '|' -> at++;
                default -> item(at + 1);
            }
        }
        if (total() > LARGEST) {
            throw new PatternSyntaxException("repeats make it larger than " + LARGEST + " characters", text);
        }
    }

    private long total() {
        return groups.stream().mapToLong(Group::size).sum();
    }

    private void item(int end) {
        group().add(1, 1);
        at = end;
    }

    private Group group() {
        return groups.element();
    }

    private void open() {
        if (groups.size() > DEEPEST) {
            throw new PatternSyntaxException("expression nests too deeply", text);
        }
        groups.push(new Group());
        at++;
    }

    private void close() {
        at++;
        if (groups.size() > 1) {
            Group closed = groups.pop();
            group().add(closed.size() + 1, closed.nestedRepeats());
        }
    }

    /** {@code \Q...\E} is text, {@code \x{10FFFF}} and {@code \p{Greek}} are one character. */
    private void escape() {
        int end = Math.min(at + 2, text.length());
        char escaped = end - at < 2 ? '\\' : text.charAt(at + 1);
        if (escaped == 'Q') {
            int stop = text.indexOf("\\E", end);
            int last = stop < 0 ? text.length() : stop;
            for (int i = end; i < last; i++) {
                group().add(1, 1);
            }
            at = stop < 0 ? last : stop + 2;
        } else if ("xpP".indexOf(escaped) >= 0 && text.startsWith("{", end)) {
            item(text.indexOf('}', end) < 0 ? end : text.indexOf('}', end) + 1);
        } else {
            item(end);
        }
    }

    /** A bracket right behind the opening one is a character, and so are those of {@code [:alpha:]}. */
    private void characterClass() {
        int i = at + 1;
        i += text.startsWith("^", i) ? 1 : 0;
        i += text.startsWith("]", i) ? 1 : 0;
        while (i < text.length() && text.charAt(i) != ']') {
            int named = text.startsWith("[:", i) ? text.indexOf(":]", i + 2) : -1;
            i = named >= 0 ? named + 2 : i + (text.charAt(i) == '\\' ? 2 : 1);
        }
        item(Math.min(i + 1, text.length()));
    }

    private void repeat() {
        int end = text.indexOf('}', at);
        int[] counts = end < 0 ? null : counts(text.substring(at + 1, end));
        if (counts == null) {
            item(at + 1);
            return;
        }
        Group group = group();
        int times = counts[1] < 0 ? counts[0] : counts[1];
        long nested = counts[1] == 0 ? 0 : (long) Math.max(times, 1) * group.lastRepeats;
        boolean reversed = counts[1] >= 0 && counts[0] > counts[1];
        if (reversed || times > MOST_REPEATS || nested > MOST_REPEATS) {
            throw new PatternSyntaxException("invalid repeat count", text.substring(at, end + 1));
        }
        group.lastRepeats = (int) nested;
        group.last *= Math.max(times, 1);
        at = end + 1;
    }

    /** Least and most of {@code 2}, {@code 2,} (no most: -1) or {@code 2,5}; null if it is no repeat but text. */
    private static int @org.jspecify.annotations.Nullable [] counts(String inner) {
        int comma = inner.indexOf(',');
        String least = comma < 0 ? inner : inner.substring(0, comma);
        String most = comma < 0 ? inner : inner.substring(comma + 1);
        if (!isNumber(least) || (!most.isEmpty() && !isNumber(most))) {
            return null;
        }
        return new int[] {number(least), most.isEmpty() ? -1 : number(most)};
    }

    private static boolean isNumber(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static int number(String digits) {
        return digits.length() > 6 ? Integer.MAX_VALUE : Integer.parseInt(digits);
    }
}
