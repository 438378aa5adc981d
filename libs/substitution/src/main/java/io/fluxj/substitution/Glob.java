package io.fluxj.substitution;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;

/**
 * A pattern in the manner of Go's {@code path.Match}, but that {@code *} and {@code ?} match slashes too: {@code [a-z]} and {@code [^a-z]} are classes, a
 * backslash takes the next character as it is. Matches bytes, as Go does; what is no UTF-8 counts as one character each. Takes time
 * in proportion to pattern times value at worst.
 */
final class Glob {

    private static final int REPLACEMENT = 0xFFFD;

    private final List<Token> tokens;

    private sealed interface Token {
        record Literal(int value) implements Token {}

        record AnyCharacter() implements Token {}

        record AnySequence() implements Token {}

        record CharacterClass(boolean negated, List<Range> ranges) implements Token {
            boolean contains(int character) {
                return ranges.stream().anyMatch(range -> range.from <= character && character <= range.to) != negated;
            }
        }
    }

    private record Range(int from, int to) {}

    /** A pattern that cannot be read. */
    static final class Malformed extends Exception {
        private static final long serialVersionUID = 1L;
    }

    Glob(String pattern) throws Malformed {
        tokens = new Parser(new Cursor(pattern)).parse();
    }

    /** {@return whether the first {@code length} bytes of the value match as a whole} */
    boolean matches(byte[] value, int length) {
        int at = 0;
        int token = 0;
        int retryToken = -1;
        int retryAt = 0;
        while (at < length || token < tokens.size()) {
            if (token < tokens.size() && tokens.get(token) instanceof Token.AnySequence) {
                retryToken = token++;
                retryAt = at;
                continue;
            }
            int width = at < length ? width(value, at, length) : 0;
            if (width > 0 && token < tokens.size() && accepts(tokens.get(token), character(value, at, width))) {
                at += width;
                token++;
            } else if (retryToken >= 0 && retryAt < length) {
                token = retryToken + 1;
                at = ++retryAt;
            } else {
                return false;
            }
        }
        return true;
    }

    private static boolean accepts(Token token, int character) {
        return switch (token) {
            case Token.Literal(int value) -> value == character;
            case Token.AnyCharacter() -> true;
            case Token.CharacterClass set -> set.contains(character);
            case Token.AnySequence() -> false;
        };
    }

    private static int width(byte[] value, int at, int end) {
        int lead = value[at] & 0xFF;
        int wanted = lead < 0x80 ? 1 : lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC2 ? 2 : 1;
        if (at + wanted > end) {
            return 1;
        }
        for (int i = 1; i < wanted; i++) {
            if ((value[at + i] & 0xC0) != 0x80) {
                return 1;
            }
        }
        return wanted;
    }

    private static int character(byte[] value, int at, int width) {
        if (width == 1) {
            return value[at] >= 0 ? value[at] : REPLACEMENT;
        }
        return new String(value, at, width, UTF_8).codePointAt(0);
    }

    private record Parser(Cursor cursor) {

        List<Token> parse() throws Malformed {
            var tokens = new ArrayList<Token>();
            while (!cursor.atEnd()) {
                tokens.add(token(cursor.take()));
            }
            return tokens;
        }

        private Token token(int character) throws Malformed {
            return switch (character) {
                case '*' -> new Token.AnySequence();
                case '?' -> new Token.AnyCharacter();
                case '[' -> characterClass();
                case '\\' -> new Token.Literal(next());
                default -> new Token.Literal(character);
            };
        }

        private Token characterClass() throws Malformed {
            boolean negated = cursor.accept("^");
            var ranges = new ArrayList<Range>();
            while (ranges.isEmpty() || cursor.peek() != ']') {
                int from = member();
                ranges.add(new Range(from, cursor.accept("-") ? member() : from));
            }
            cursor.take();
            return new Token.CharacterClass(negated, ranges);
        }

        private int member() throws Malformed {
            if (cursor.peek() == '-' || cursor.peek() == ']') {
                throw new Malformed();
            }
            int member = next();
            int value = member == '\\' ? next() : member;
            if (cursor.atEnd()) {
                throw new Malformed();
            }
            return value;
        }

        private int next() throws Malformed {
            if (cursor.atEnd()) {
                throw new Malformed();
            }
            return cursor.take();
        }
    }
}
