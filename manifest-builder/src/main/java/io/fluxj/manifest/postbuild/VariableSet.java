package io.fluxj.manifest.postbuild;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Gathers variables, later ones winning, and which of them are secret. */
final class VariableSet {

    private final SortedMap<String, String> values = new TreeMap<>();
    private final Set<String> secretNames = new HashSet<>();
    private final Set<String> secrets = new HashSet<>();

    void add(Map<String, String> data, boolean secret) {
        values.putAll(data);
        if (secret) {
            secretNames.addAll(data.keySet());
            secrets.addAll(data.values());
        } else {
            secretNames.removeAll(data.keySet());
        }
    }

    Variables all() {
        return new Variables(values, "", secretNames, List.copyOf(secrets));
    }
}
