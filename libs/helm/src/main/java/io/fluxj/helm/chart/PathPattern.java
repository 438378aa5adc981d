package io.fluxj.helm.chart;

import java.util.ArrayList;
import java.util.List;

/**
 * A pattern of Go's {@code path.Match}: {@code *} and {@code ?} do not match slashes, {@code [a-z]} and {@code [^a-z]} are classes, a backslash escapes. Matches
 * in time proportional to pattern times name.
 */
public final class PathPattern {
    private final List<Part> parts;

    private PathPattern(List<Part> parts) {
        this.parts = parts;
    }

    /** A part of a pattern. */
    private sealed interface Part {
        /** Any number of characters. */
        record Star() implements Part {}

        /** One character. */
        record One(boolean negated, List<Range> ranges) implements Part {
            boolean accepts(int c) {
                return ranges.stream().anyMatch(range -> range.from <= c && c <= range.to) != negated;
            }
        }
    }

    private record Range(int from, int to) {}

    /** The pattern is malformed. */
    public static final class Malformed extends Exception {
        private static final long serialVersionUID = 1L;

        Malformed() {
            super("syntax error in pattern");
        }
    }

    public static PathPattern of(String pattern) throws Malformed {
        return new PathPattern(new Reader(pattern.codePoints().toArray()).parts());
    }

    public boolean matches(String name) {
        int[] text = name.codePoints().toArray();
        boolean[] reached = new boolean[text.length + 1];
        reached[0] = true;
        for (Part part : parts) {
            reached = step(part, text, reached);
        }
        return reached[text.length];
    }

    private static boolean[] step(Part part, int[] text, boolean[] reached) {
        boolean[] next = new boolean[text.length + 1];
        for (int i = 0; i <= text.length; i++) {
            switch (part) {
                case Part.Star star -> next[i] = reached[i] || (i > 0 && next[i - 1] && text[i - 1] != '/');
                case Part.One one -> next[i] = i > 0 && reached[i - 1] && one.accepts(text[i - 1]);
            }
        }
        return next;
    }

    private static final class Reader {
        private final int[] pattern;
        private int at;

        Reader(int[] pattern) {
            this.pattern = pattern;
        }

        List<Part> parts() throws Malformed {
            List<Part> parts = new ArrayList<>();
            while (at < pattern.length) {
                int c = pattern[at++];
                switch (c) {
                    case '*' -> parts.add(new Part.Star());
                    case '?' -> parts.add(new Part.One(true, List.of(new Range('/', '/'))));
                    case '[' -> parts.add(bracket());
                    case '\\' -> parts.add(literal(next()));
                    default -> parts.add(literal(c));
                }
            }
            return parts;
        }

        private static Part literal(int c) {
            return new Part.One(false, List.of(new Range(c, c)));
        }

        private int next() throws Malformed {
            if (at == pattern.length) {
                throw new Malformed();
            }
            return pattern[at++];
        }

        private Part bracket() throws Malformed {
            boolean negated = at < pattern.length && pattern[at] == '^';
            at += negated ? 1 : 0;
            List<Range> ranges = new ArrayList<>();
            while (at >= pattern.length || pattern[at] != ']' || ranges.isEmpty()) {
                int from = member();
                int to = from;
                if (at < pattern.length && pattern[at] == '-') {
                    at++;
                    to = member();
                }
                ranges.add(new Range(from, to));
            }
            at++;
            return new Part.One(negated, ranges);
        }

        private int member() throws Malformed {
            int c = next();
            if (c == '-' || c == ']') {
                throw new Malformed();
            }
            int member = c == '\\' ? next() : c;
            if (at == pattern.length) {
                throw new Malformed();
            }
            return member;
        }
    }
}
