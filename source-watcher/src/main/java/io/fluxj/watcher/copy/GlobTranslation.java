package io.fluxj.watcher.copy;

import java.util.List;

/** Writes a pattern of paths as a regular expression. Throws {@link IllegalArgumentException} for a malformed one. */
final class GlobTranslation {
    private static final String WITHIN_NAME = "[^/]*";
    private static final int DEEPEST = 10;

    private final int[] pattern;
    private int next;
    private int depth;

    GlobTranslation(String pattern) {
        this.pattern = pattern.codePoints().toArray();
    }

    String regex() {
        return sequence();
    }

    /** Up to the end, or to what ends an alternative. */
    private String sequence() {
        StringBuilder regex = new StringBuilder();
        while (next < pattern.length && !(depth > 0 && (at(next) == ',' || at(next) == '}'))) {
            regex.append(element());
        }
        return regex.toString();
    }

    private String element() {
        int first = pattern[next++];
        return switch (first) {
            case '/' -> slash();
            case '*' -> star();
            case '?' -> "[^/]";
            case '[' -> oneOf();
            case '{' -> group();
            case '\\' -> literal(taken());
            default -> literal(first);
        };
    }

    /** A folder and all that is below it: {@code a/**} is {@code a} too. */
    private String slash() {
        if (isDoubleStar(next) && next + 2 == pattern.length) {
            next += 2;
            return "(?:/.*)?";
        }
        return "/";
    }

    /** Two stars are special only as a whole part of the path. */
    private String star() {
        int begin = next - 1;
        if (isDoubleStar(begin) && beginsPart(begin)) {
            next = begin + 2;
            if (next == pattern.length || endsAlternative(next)) {
                return ".*";
            }
            next++;
            return "(?:[^/]*/)*";
        }
        while (at(next) == '*') {
            next++;
        }
        return WITHIN_NAME;
    }

    /** Two stars and no third, up to the end of a part. */
    private boolean isDoubleStar(int from) {
        return at(from) == '*'
                && at(from + 1) == '*'
                && (from + 2 == pattern.length || at(from + 2) == '/' || endsAlternative(from + 2));
    }

    private boolean endsAlternative(int position) {
        return depth > 0 && (at(position) == ',' || at(position) == '}');
    }

    private boolean beginsPart(int position) {
        int before = at(position - 1);
        return position == 0 || before == '/' || (depth > 0 && (before == '{' || before == ','));
    }

    private String group() {
        if (++depth > DEEPEST) {
            throw new IllegalArgumentException("more than " + DEEPEST + " groups in each other");
        }
        StringBuilder regex = new StringBuilder("(?:").append(sequence());
        while (at(next) == ',') {
            next++;
            regex.append('|').append(sequence());
        }
        if (taken() != '}') {
            throw new IllegalArgumentException("a group is not closed");
        }
        depth--;
        return regex.append(')').toString();
    }

    private String oneOf() {
        boolean negated = at(next) == '^' || at(next) == '!';
        next += negated ? 1 : 0;
        StringBuilder ranges = new StringBuilder();
        do {
            int from = rangeEnd();
            int to = from;
            if (at(next) == '-') {
                next++;
                to = rangeEnd();
            }
            // A name has no slash.
            for (int[] part :
                    List.of(new int[] {from, Math.min(to, '/' - 1)}, new int[] {Math.max(from, '/' + 1), to})) {
                ranges.append(part[0] <= part[1] ? code(part[0]) + "-" + code(part[1]) : "");
            }
        } while (at(next) != ']');
        next++;
        return negated ? "[^/" + ranges + "]" : ranges.isEmpty() ? "[^\\x{0}-\\x{10FFFF}]" : "[" + ranges + "]";
    }

    private int rangeEnd() {
        int character = taken();
        if (character == '-' || character == ']') {
            throw new IllegalArgumentException("a range is malformed");
        }
        return character == '\\' ? taken() : character;
    }

    private int taken() {
        if (next >= pattern.length) {
            throw new IllegalArgumentException("the pattern ends too early");
        }
        return pattern[next++];
    }

    private int at(int position) {
        return position >= 0 && position < pattern.length ? pattern[position] : -1;
    }

    private static String literal(int character) {
        return code(character);
    }

    private static String code(int character) {
        return "\\x{" + Integer.toHexString(character) + "}";
    }
}
