package io.fluxj.archive;

import io.fluxj.archive.Glob.Element;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a shell pattern by the rules of Go's {@code path/filepath.Match}. */
final class GlobParser {
    private static final int END = -1;

    private final int[] pattern;
    private int next;
    private boolean malformed;

    GlobParser(String pattern) {
        this.pattern = pattern.codePoints().toArray();
    }

    Optional<List<Element>> parse() {
        List<Element> elements = new ArrayList<>();
        while (peek() != END && !malformed) {
            elements.add(element(take()));
        }
        return malformed ? Optional.empty() : Optional.of(List.copyOf(elements));
    }

    private Element element(int first) {
        return switch (first) {
            case '*' -> new Element.Star();
            case '?' -> new Element.Any();
            case '[' -> oneOf();
            case '\\' -> new Element.Literal(required());
            default -> new Element.Literal(first);
        };
    }

    private Element oneOf() {
        boolean negated = accept('^');
        List<Element.Range> ranges = new ArrayList<>();
        while (!malformed && (ranges.isEmpty() || !accept(']'))) {
            int from = rangeEnd();
            ranges.add(new Element.Range(from, accept('-') ? rangeEnd() : from));
        }
        return new Element.OneOf(negated, List.copyOf(ranges));
    }

    private int rangeEnd() {
        int character = required();
        if (character == '-' || character == ']') {
            malformed = true;
        }
        return character == '\\' ? required() : character;
    }

    private int required() {
        malformed |= peek() == END;
        return malformed ? END : take();
    }

    private boolean accept(int character) {
        boolean accepted = peek() == character;
        next += accepted ? 1 : 0;
        return accepted;
    }

    private int peek() {
        return next < pattern.length ? pattern[next] : END;
    }

    private int take() {
        return pattern[next++];
    }
}
