package io.fluxj.source.oci;

import io.fluxj.semver.Constraint;
import io.fluxj.semver.InvalidConstraintException;
import io.fluxj.semver.Version;
import io.fluxj.source.artifact.GoExpression;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Chooses the newest tag within a range. Source: behaviour §1.4. */
record TagChoice(Constraint constraint, Predicate<String> filter, WantedRevision.Range wanted) {
    /** @throws IllegalArgumentException when the range or the filter is none */
    static TagChoice of(WantedRevision.Range wanted) {
        return new TagChoice(constraint(wanted.range()), filter(wanted.filter()), wanted);
    }

    private static Constraint constraint(String range) {
        try {
            return Constraint.parse(range);
        } catch (InvalidConstraintException malformed) {
            throw new IllegalArgumentException(
                    "semver '" + range + "' parse error: " + malformed.getMessage(), malformed);
        }
    }

    private static Predicate<String> filter(String expression) {
        if (expression.isEmpty()) {
            return tag -> true;
        }
        return GoExpression.finds(expression);
    }

    Optional<String> newest(List<String> tags) {
        return tags.stream()
                .filter(filter)
                .map(tag -> Map.entry(tag, wanted.ofCharts() ? tag.replace('_', '+') : tag))
                .flatMap(tag ->
                        Version.parseStrict(tag.getValue()).map(version -> Map.entry(tag.getKey(), version)).stream())
                .filter(tag -> constraint.allows(tag.getValue()))
                .max(Comparator.comparing(Map.Entry::getValue, Version.PRECEDENCE))
                .map(Map.Entry::getKey);
    }
}
