package io.fluxj.manifest.postbuild;

import io.fluxj.substitution.VariableName;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Names and values to substitute. Newlines are taken out of every value. Does not print its values.
 *
 * @param values by name
 * @param problem why they could not be loaded, empty when they were; told by the first object that wants them
 * @param secretNames names of those whose value comes from a Secret
 * @param secrets all values of the Secrets that were read, also those that others win over
 */
public record Variables(
        SortedMap<String, String> values, String problem, Set<String> secretNames, List<String> secrets) {

    private static final String NAME = "^[_[:alpha:]][_[:alpha:][:digit:]]*$";

    public Variables {
        SortedMap<String, String> cleaned = new TreeMap<>();
        values.forEach((name, value) -> cleaned.put(name, value.replace("\n", "")));
        values = Collections.unmodifiableSortedMap(cleaned);
        secretNames = Set.copyOf(secretNames);
        secrets = List.copyOf(secrets);
    }

    /** The given names and values, none of them from a Secret. */
    public static Variables of(Map<String, String> values) {
        return new Variables(new TreeMap<>(values), "", Set.of(), List.of());
    }

    /** Variables that could not be loaded. */
    static Variables unavailable(String problem) {
        return new Variables(new TreeMap<>(), problem, Set.of(), List.of());
    }

    /** Whether there are none. */
    public boolean isEmpty() {
        return values.isEmpty();
    }

    /** Refuses variables that were not loaded. */
    void requireLoaded() throws SubstitutionFailure {
        if (!problem.isEmpty()) {
            throw new SubstitutionFailure(problem);
        }
    }

    /** Refuses names that cannot be written in an expression, even unused ones. */
    void requireValidNames() throws SubstitutionFailure {
        for (String name : values.keySet()) {
            if (!VariableName.isValid(name)) {
                throw new SubstitutionFailure(
                        "envsubst error: '%s' var name is invalid, must match '%s'".formatted(name, NAME));
            }
        }
    }

    @Override
    public String toString() {
        return "Variables" + values.keySet();
    }
}
