package io.fluxj.archive;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A shell pattern for one name: {@code *}, {@code ?}, {@code [a-z]}, {@code [^a-z]} and {@code \} before a character that is
 * meant as such. Matches in time proportional to pattern times name.
 */
sealed interface Glob {
    /** Whether the whole name matches. */
    boolean matches(String name);

    /** The pattern, or nothing when it is malformed. */
    static Optional<Glob> parse(String pattern) {
        return new GlobParser(pattern).parse().map(Glob::of);
    }

    private static Glob of(List<Element> elements) {
        if (areLiterals(elements)) {
            return new Exact(text(elements));
        }
        boolean startsWithStar = elements.getFirst() instanceof Element.Star;
        List<Element> rest = elements.subList(1, elements.size());
        return startsWithStar && areLiterals(rest) ? new Ending(text(rest)) : new General(elements);
    }

    private static boolean areLiterals(List<Element> elements) {
        return elements.stream().allMatch(Element.Literal.class::isInstance);
    }

    private static String text(List<Element> literals) {
        return literals.stream()
                .map(literal -> Character.toString(((Element.Literal) literal).character()))
                .collect(Collectors.joining());
    }

    /** What one part of a pattern stands for. */
    sealed interface Element {
        /** Any run of characters. */
        record Star() implements Element {}

        /** Any one character. */
        record Any() implements Element {}

        /** One given character. */
        record Literal(int character) implements Element {}

        /** One character within, or outside, some ranges. */
        record OneOf(boolean negated, List<Range> ranges) implements Element {}

        /** Characters from one to another, both included. */
        record Range(int from, int to) {}

        /** Whether one character is what this stands for. */
        default boolean accepts(int character) {
            return switch (this) {
                case Star() -> false;
                case Any() -> true;
                case Literal(int expected) -> expected == character;
                case OneOf(boolean negated, List<Range> ranges) ->
                    negated != ranges.stream().anyMatch(r -> r.from() <= character && character <= r.to());
            };
        }
    }

    /** A pattern without wildcards: most are. */
    record Exact(String text) implements Glob {
        @Override
        public boolean matches(String name) {
            return name.equals(text);
        }
    }

    /** A star and then text: most others are. */
    record Ending(String text) implements Glob {
        @Override
        public boolean matches(String name) {
            return name.endsWith(text);
        }
    }

    /** Any other pattern. */
    record General(List<Element> elements) implements Glob {
        @Override
        public boolean matches(String name) {
            int[] characters = name.codePoints().toArray();
            int element = 0;
            int position = 0;
            int starAt = -1;
            int resumeAt = 0;
            while (position < characters.length) {
                if (element < elements.size() && elements.get(element).accepts(characters[position])) {
                    element++;
                    position++;
                } else if (element < elements.size() && elements.get(element) instanceof Element.Star) {
                    starAt = element++;
                    resumeAt = position;
                } else if (starAt >= 0) {
                    // Only the last star can still take more.
                    element = starAt + 1;
                    position = ++resumeAt;
                } else {
                    return false;
                }
            }
            return elements.stream().skip(element).allMatch(Element.Star.class::isInstance);
        }
    }
}
