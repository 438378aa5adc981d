package io.fluxj.helmrelease.release;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.kustomize.schema.SchemaType;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Merges what was wanted, what is wanted and what is there, lists by the keys of their elements where the kind says so. */
final class ThreeWayMerge {
    private static final ObjectNode NOTHING = JsonNodeFactory.instance.objectNode();

    private ThreeWayMerge() {}

    /** What shall be there. None of the arguments is changed. */
    static ObjectNode objects(@Nullable SchemaType type, JsonNode base, ObjectNode wanted, ObjectNode live) {
        ObjectNode merged = live.deepCopy();
        base.fieldNames().forEachRemaining(field -> {
            if (!wanted.has(field)) {
                merged.remove(field);
            }
        });
        wanted.properties().forEach(field -> {
            String name = field.getKey();
            if (field.getValue().isNull()) {
                merged.remove(name);
            } else {
                SchemaType inner = type == null ? null : type.field(name);
                merged.set(name, value(inner, base.path(name), field.getValue(), live.path(name)));
            }
        });
        return merged;
    }

    private static JsonNode value(@Nullable SchemaType type, JsonNode base, JsonNode wanted, JsonNode live) {
        if (wanted instanceof ObjectNode fresh) {
            return objects(type, base, fresh, live instanceof ObjectNode there ? there : NOTHING);
        }
        if (wanted instanceof ArrayNode fresh
                && live instanceof ArrayNode there
                && type != null
                && type.mergesElements()) {
            return list(type, base, fresh, there);
        }
        return wanted;
    }

    private static ArrayNode list(SchemaType type, JsonNode base, ArrayNode wanted, ArrayNode live) {
        Match match = new Match(type.mergeKeys());
        List<Placed> fresh = new ArrayList<>();
        for (JsonNode item : wanted) {
            int place = match.place(live, item);
            JsonNode merged = item instanceof ObjectNode object && live.get(place) instanceof ObjectNode old
                    ? objects(type.elements(), base.path(match.place(base, item)), object, old)
                    : item;
            fresh.add(new Placed(merged, place));
        }
        List<Placed> others = new ArrayList<>();
        for (int i = 0; i < live.size(); i++) {
            JsonNode item = live.get(i);
            if (match.place(wanted, item) < 0 && match.place(base, item) < 0) {
                others.add(new Placed(item, i));
            }
        }
        return woven(fresh, others);
    }

    /**
     * An element of the result.
     *
     * @param place in the live list, -1 for none
     */
    private record Placed(JsonNode item, int place) {}

    /** What is wanted in its own order, and what others added in between where it stood. */
    private static ArrayNode woven(List<Placed> fresh, List<Placed> others) {
        ArrayNode result = JsonNodeFactory.instance.arrayNode();
        int next = 0;
        for (Placed item : fresh) {
            while (next < others.size() && item.place() >= 0 && others.get(next).place() < item.place()) {
                result.add(others.get(next++).item());
            }
            result.add(item.item());
        }
        others.subList(next, others.size()).forEach(other -> result.add(other.item()));
        return result;
    }

    /**
     * Finds elements.
     *
     * @param keys fields that tell them apart; none for plain values
     */
    private record Match(List<String> keys) {

        /** Where an element stands in a list, -1 when it does not. */
        int place(JsonNode list, JsonNode item) {
            return IntStream.range(0, list.size())
                    .filter(index -> isSame(list.get(index), item))
                    .findFirst()
                    .orElse(-1);
        }

        /** A key that one of them lacks, as a default has it, does not tell them apart. */
        private boolean isSame(JsonNode left, JsonNode right) {
            if (keys.isEmpty()) {
                return left.equals(right);
            }
            boolean known = keys.stream().anyMatch(key -> left.has(key) && right.has(key));
            return known
                    && keys.stream()
                            .filter(key -> left.has(key) && right.has(key))
                            .allMatch(key -> Objects.equals(left.get(key), right.get(key)));
        }
    }
}
