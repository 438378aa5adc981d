package io.fluxj.kube.cel;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cel.common.types.CelType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import java.util.AbstractMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A map from free keys to values of one type. */
record DictionaryType(DeclaredType element, long maxElements) implements DeclaredType {
    /** What keys may be. */
    static final DeclaredType KEY = new ScalarType(SimpleType.STRING, 0, 2, JsonNode::textValue);

    private static final long BRACES = 2;

    @Override
    public CelType type() {
        return MapType.create(SimpleType.STRING, element.type());
    }

    @Override
    public long minBytes() {
        return BRACES;
    }

    @Override
    public Object value(JsonNode json) {
        return new Entries(this, json);
    }

    private static final class Entries extends AbstractMap<String, Object> {
        private final DictionaryType type;
        private final JsonNode json;

        Entries(DictionaryType type, JsonNode json) {
            this.type = type;
            this.json = json;
        }

        @Override
        public @Nullable Object get(@Nullable Object key) {
            JsonNode value = key instanceof String name ? json.get(name) : null;
            return value == null ? null : Values.of(type.element, value);
        }

        @Override
        public boolean containsKey(@Nullable Object key) {
            return key instanceof String name && json.has(name);
        }

        @Override
        public Set<Map.Entry<String, Object>> entrySet() {
            Set<Map.Entry<String, Object>> out = new LinkedHashSet<>();
            json.properties().forEach(e -> out.add(Map.entry(e.getKey(), Values.of(type.element, e.getValue()))));
            return out;
        }
    }
}
