package io.fluxj.runtime.git;

import io.fluxj.git.GitReference;
import io.fluxj.semver.Constraint;
import io.fluxj.semver.InvalidConstraintException;
import io.fluxj.semver.Version;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Tags that are versions: three numbers or more, with or without {@code v}. Source: behaviour §1.3. */
final class VersionTags {
    private static final int PARTS = 3;

    private VersionTags() {}

    /** The newest version within a range. */
    static GitReference inRange(String range) {
        try {
            Constraint constraint = Constraint.parse(range);
            return new GitReference.TagRange(range, tags -> newest(constraint, tags));
        } catch (InvalidConstraintException malformed) {
            throw new IllegalArgumentException("semver parse error: " + malformed.getMessage(), malformed);
        }
    }

    static Set<String> newest(Constraint constraint, Collection<String> tags) {
        Map<String, Version> versions = tags.stream()
                .filter(tag -> tag.split("\\.", -1).length >= PARTS)
                .flatMap(tag -> Version.parse(tag).map(version -> Map.entry(tag, version)).stream())
                .filter(tag -> constraint.allows(tag.getValue()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        Optional<Version> best = constraint.highest(versions.values());
        return versions.entrySet().stream()
                .filter(tag -> best.filter(newest -> Version.PRECEDENCE.compare(newest, tag.getValue()) == 0)
                        .isPresent())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }
}
