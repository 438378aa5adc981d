package io.fluxj.apply;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeMap;

/**
 * By what a set of objects is known as one owner's.
 *
 * @param fieldManager name under which fields are applied
 * @param labels labels that every object of the set carries; the objects found by them are the set's
 */
public record Ownership(String fieldManager, Map<String, String> labels) {

    public Ownership {
        labels = Map.copyOf(labels);
    }

    /** Whether the live object carries all owner labels. */
    public boolean owns(JsonNode object) {
        JsonNode live = object.path("metadata").path("labels");
        return labels.entrySet().stream().allMatch(label -> label.getValue()
                .equals(live.path(label.getKey()).textValue()));
    }

    /** {@code key=value,key=value} in the order of the keys. */
    public String selector() {
        return new TreeMap<>(labels)
                .entrySet().stream()
                        .map(label -> label.getKey() + "=" + label.getValue())
                        .collect(joining(","));
    }
}
