package io.fluxj.source.chart.repository;

import io.fluxj.semver.Constraint;
import io.fluxj.semver.InvalidConstraintException;
import io.fluxj.semver.Version;
import io.fluxj.source.helm.index.IndexEntry;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Looks at versions one after the other, and remembers the one that is wanted: of equal ones the youngest, of those the last. */
final class VersionChoice {
    private static final Comparator<Candidate> NEWER = Comparator.comparing(Candidate::version, Version.PRECEDENCE)
            .thenComparing(candidate -> candidate.entry().created());

    private static final Version ZERO = new Version(0, 0, 0, "", "", "0.0.0");

    private final String wanted;
    private final @Nullable Constraint constraint;
    private final String malformed;
    private @Nullable Candidate best;
    private boolean exact;

    private record Candidate(Version version, IndexEntry entry) {}

    private VersionChoice(String wanted, @Nullable Constraint constraint, String malformed) {
        this.wanted = wanted;
        this.constraint = constraint;
        this.malformed = malformed;
    }

    /** A range that is none may still be the very text of a version. */
    static VersionChoice of(String wanted) {
        try {
            return new VersionChoice(wanted, Constraint.parse(wanted.isEmpty() ? "*" : wanted), "");
        } catch (InvalidConstraintException none) {
            return new VersionChoice(wanted, null, String.valueOf(none.getMessage()));
        }
    }

    /** Looks at a version; whether another one may be a better one. */
    boolean look(IndexEntry entry) {
        if (entry.version().equals(wanted)) {
            best = new Candidate(Version.parse(wanted).orElse(ZERO), entry);
            exact = true;
            return false;
        }
        if (constraint != null) {
            Version.parseStrict(entry.version())
                    .filter(constraint::allows)
                    .map(version -> new Candidate(version, entry))
                    .filter(candidate -> best == null || NEWER.compare(candidate, best) >= 0)
                    .ifPresent(candidate -> best = candidate);
        }
        return true;
    }

    /** The one that is wanted. */
    Optional<IndexEntry> chosen() {
        return Optional.ofNullable(best).map(Candidate::entry);
    }

    /** Why the text is no range; empty when it is one, or when it needs to be none. */
    Optional<String> problem() {
        return exact || malformed.isEmpty() ? Optional.empty() : Optional.of(malformed);
    }
}
