package io.fluxj.archive;

import java.util.Optional;

/** A shell pattern for one name, by the rules of Go's {@code path.Match}. Matches in time proportional to pattern times name. */
public final class NamePattern {
    private final Glob glob;

    private NamePattern(Glob glob) {
        this.glob = glob;
    }

    /** The pattern, or nothing when it is malformed. */
    public static Optional<NamePattern> parse(String pattern) {
        return Glob.parse(pattern).map(NamePattern::new);
    }

    /** Whether the whole name matches; it is one name, without {@code /}. */
    public boolean matches(String name) {
        return glob.matches(name);
    }
}
