package io.fluxj.source.oci;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.fluxj.semver.Constraint;
import io.fluxj.semver.InvalidConstraintException;
import io.fluxj.semver.Version;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Chooses the newest tag within a range. Source: behaviour §1.4. */
record TagChoice(Constraint constraint, Predicate<String> filter, WantedRevision.Range wanted) {
    private static final int LONGEST_FILTER = 1024;
    private static final int MOST_REPEATS = 1000;

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
        try {
            requireBounded(expression);
            Pattern pattern = Pattern.compile(expression);
            return tag -> pattern.matcher(tag).find();
        } catch (PatternSyntaxException malformed) {
            throw new IllegalArgumentException(malformed.getMessage(), malformed);
        }
    }

    /** Go refuses repeats whose product exceeds 1000; re2j would build them. */
    private static void requireBounded(String expression) {
        if (expression.length() > LONGEST_FILTER) {
            throw new PatternSyntaxException("expression too large, over " + LONGEST_FILTER + " characters", "");
        }
        long product = java.util.regex.Pattern.compile("[0-9]+")
                .matcher(expression)
                .results()
                .filter(number -> isRepeat(expression, number.start(), number.end()))
                .mapToLong(number ->
                        Math.max(1, number.group().length() > 4 ? MOST_REPEATS : Long.parseLong(number.group())))
                .reduce(1, (all, one) -> Math.min(all * one, MOST_REPEATS + 1L));
        if (product > MOST_REPEATS) {
            throw new PatternSyntaxException("invalid repeat count, over " + MOST_REPEATS + " in all", "");
        }
    }

    private static boolean isRepeat(String expression, int start, int end) {
        boolean opened = start > 0 && (expression.charAt(start - 1) == '{' || expression.charAt(start - 1) == ',');
        boolean closed = end < expression.length() && (expression.charAt(end) == '}' || expression.charAt(end) == ',');
        return opened && closed;
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
