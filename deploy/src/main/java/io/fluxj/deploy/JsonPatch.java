package io.fluxj.deploy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;

/** Entries of a kustomization's {@code patches}. */
final class JsonPatch {
    private static final ObjectMapper JSON = new ObjectMapper();

    private JsonPatch() {}

    /** A patch of what {@code target} selects. */
    static Map<String, Object> on(Map<String, String> target, List<Object> operations) {
        try {
            return Map.of("target", target, "patch", JSON.writeValueAsString(operations));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a patch of plain values cannot be written", e);
        }
    }

    static Map<String, Object> replace(String path, Object value) {
        return Map.of("op", "replace", "path", path, "value", value);
    }

    static Map<String, Object> add(String path, Object value) {
        return Map.of("op", "add", "path", path, "value", value);
    }
}
