package io.fluxj.kube.cel;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.collect.ImmutableSet;
import dev.cel.common.types.CelType;
import dev.cel.common.types.StructType;
import java.util.AbstractMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An object with declared fields.
 *
 * @param type the type in CEL, by whose name its fields are found
 * @param fields by their names in CEL
 * @param escapedNames the names in CEL of the fields that have one
 * @param minBytes the fewest bytes that a value takes
 */
record ObjectType(CelType type, Map<String, DeclaredType> fields, Map<String, String> escapedNames, long minBytes)
        implements DeclaredType {

    /** The type of the given name with fields by their names in JSON. */
    @SuppressWarnings("Immutable") // the fields are copied and types do not change
    static ObjectType of(String name, Map<String, DeclaredType> properties, long minBytes) {
        Map<String, DeclaredType> fields = new HashMap<>();
        Map<String, String> escapedNames = new HashMap<>();
        properties.forEach((property, type) -> FieldNames.escaped(property).ifPresent(escaped -> {
            fields.put(escaped, type);
            escapedNames.put(property, escaped);
        }));
        Map<String, DeclaredType> known = Map.copyOf(fields);
        CelType type = StructType.create(
                name, ImmutableSet.copyOf(known.keySet()), field -> Optional.ofNullable(known.get(field))
                        .map(DeclaredType::type));
        return new ObjectType(type, known, Map.copyOf(escapedNames), minBytes);
    }

    @Override
    public long maxElements() {
        return 0;
    }

    @Override
    public Object value(JsonNode json) {
        return new Fields(this, json);
    }

    static final class Fields extends AbstractMap<String, Object> {
        private final ObjectType type;
        private final JsonNode json;
        private final Map<String, JsonNode> byField = new HashMap<>();

        Fields(ObjectType type, JsonNode json) {
            this.type = type;
            this.json = json;
            json.properties().forEach(e -> {
                String escaped = type.escapedNames.get(e.getKey());
                if (escaped != null) {
                    byField.put(escaped, e.getValue());
                }
            });
        }

        @Override
        public @Nullable Object get(@Nullable Object key) {
            JsonNode value = byField.get(String.valueOf(key));
            DeclaredType field = type.fields.get(String.valueOf(key));
            return value == null || field == null ? null : Values.of(field, value);
        }

        @Override
        public boolean containsKey(@Nullable Object key) {
            return byField.containsKey(String.valueOf(key));
        }

        /** Members without a type count where both have them. */
        boolean sameAs(Fields other) {
            return json.size() == other.json.size()
                    && json.properties().stream().allMatch(e -> sameMember(e.getKey(), e.getValue(), other));
        }

        private boolean sameMember(String name, JsonNode value, Fields other) {
            String escaped = type.escapedNames.get(name);
            DeclaredType field = escaped == null ? null : type.fields.get(escaped);
            JsonNode others = other.json.path(name);
            if (field == null) {
                return others.isMissingNode() || others.equals(value);
            }
            if (value.isNull() || others.isNull() || others.isMissingNode()) {
                return value.isNull() && (others.isNull() || others.isMissingNode());
            }
            return Equality.equal(Values.of(field, value), Values.of(field, others));
        }

        /** Members without a type take part too: objects that differ in them only are not equal. */
        @Override
        public Set<Map.Entry<String, Object>> entrySet() {
            Set<Map.Entry<String, Object>> out = new LinkedHashSet<>();
            json.properties().forEach(e -> {
                String escaped = type.escapedNames.get(e.getKey());
                DeclaredType field = escaped == null ? null : type.fields.get(escaped);
                Object value = field == null ? new Values.Untyped(e.getValue()) : Values.of(field, e.getValue());
                out.add(Map.entry(escaped == null ? e.getKey() : escaped, value));
            });
            return out;
        }
    }
}
