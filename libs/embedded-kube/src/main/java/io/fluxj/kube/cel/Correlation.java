package io.fluxj.kube.cel;

import com.fasterxml.jackson.databind.JsonNode;
import io.fluxj.kube.json.Nodes;
import org.jspecify.annotations.Nullable;

/**
 * How a value relates to the state before.
 *
 * @param old the value before, null when there was none or it cannot be told which it was
 * @param unchanged whether the value, or what it is part of, is as before
 */
public record Correlation(@Nullable JsonNode old, boolean unchanged) {
    /** Of a whole object. */
    public static Correlation of(@Nullable JsonNode old, JsonNode value) {
        return new Correlation(old, old != null && old.equals(value));
    }

    /** The member of an object or map. */
    public Correlation member(String name, JsonNode value) {
        JsonNode before = old != null && old.isObject() ? old.get(name) : null;
        return below(before, value);
    }

    /** The element of a list; only those of keyed lists are known again. */
    public Correlation element(JsonNode listSchema, JsonNode value) {
        if (old == null || !listSchema.path("x-kubernetes-list-type").asText().equals("map")) {
            return below(null, value);
        }
        JsonNode keys = listSchema.path("x-kubernetes-list-map-keys");
        for (JsonNode candidate : old) {
            if (key(keys, candidate).equals(key(keys, value))) {
                return below(candidate, value);
            }
        }
        return below(null, value);
    }

    private Correlation below(@Nullable JsonNode before, JsonNode value) {
        return new Correlation(before, unchanged || (before != null && before.equals(value)));
    }

    private static JsonNode key(JsonNode keys, JsonNode item) {
        var out = Nodes.array();
        keys.forEach(key -> out.add(item.path(key.asText())));
        return out;
    }
}
