package io.fluxj.cel;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeMap;

/** What the variables of an expression are: objects as JSON, and what other expressions gave. */
public final class Variables {

    private final Map<String, Object> values;

    private Variables(Map<String, Object> values) {
        this.values = values;
    }

    /** An object for each variable. */
    public static Variables of(Map<String, JsonNode> objects) {
        Map<String, Object> values = new TreeMap<>();
        objects.forEach((name, object) -> values.put(name, JsonValues.of(object)));
        return new Variables(values);
    }

    /** These with one more, an object whose fields are what expressions gave. */
    public Variables with(String name, Map<String, Object> fields) {
        Map<String, Object> more = new TreeMap<>(values);
        more.put(name, Map.copyOf(fields));
        return new Variables(more);
    }

    /** These with one more object. */
    public Variables with(String name, JsonNode object) {
        Map<String, Object> more = new TreeMap<>(values);
        more.put(name, JsonValues.of(object));
        return new Variables(more);
    }

    Map<String, Object> values() {
        return values;
    }
}
