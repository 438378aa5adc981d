package io.fluxj.substitution;

import java.util.ArrayList;
import java.util.List;

/**
 * A pattern in the manner of Go's {@code path.Match}, but that {@code *} and {@code ?} match slashes too: {@code [a-z]} and {@code [^a-z]} are classes, a
 * backslash takes the next character as it is. Matches bytes, as Go does; what is no UTF-8 counts as one character each.
 */
final class ShellPattern {

    private final List<Token> tokens;

    /** One part of the pattern. */
    sealed interface Token {

        /** {@return whether one character is what this stands for} */
        default boolean accepts(int character) {
            return switch (this) {
                case Literal(int value) -> value == character;
                case AnyCharacter() -> true;
                case CharacterClass set -> set.contains(character);
                case AnySequence() -> false;
            };
        }

        record Literal(int value) implements Token {}

        record AnyCharacter() implements Token {}

        record AnySequence() implements Token {}

        record CharacterClass(boolean negated, List<Range> ranges) implements Token {
            boolean contains(int character) {
                return ranges.stream().anyMatch(range -> range.from <= character && character <= range.to) != negated;
            }
        }
    }

    /** Characters from one to another, both included. */
    record Range(int from, int to) {}

    /** A pattern that cannot be read. */
    static final class Malformed extends Exception {
        private static final long serialVersionUID = 1L;
    }

    ShellPattern(String pattern) throws Malformed {
        tokens = new Parser(new Cursor(pattern)).parse();
    }

    /** {@return the prefixes of at least one byte that the glob matches as a whole} */
    PrefixScan.Prefixes prefixesOf(byte[] value) {
        return PrefixScan.of(tokens, value);
    }

    int size() {
        return tokens.size();
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
