package io.fluxj.apply.stage;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** Who owns which fields of a live object, as its {@code metadata.managedFields} say. */
final class FieldOwners {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String FIELD = "f:";
    private static final String KEY = "k:";
    private static final String VALUE = "v:";

    private final ObjectNode live;
    private final List<JsonNode> others;

    private FieldOwners(ObjectNode live, List<JsonNode> others) {
        this.live = live;
        this.others = others;
    }

    /** As it will be when what the takeover names has been taken over. */
    static FieldOwners of(ObjectNode live, Takeover takeover, String applier) {
        JsonNode entries = live.path("metadata").path("managedFields");
        List<JsonNode> others = StreamSupport.stream(entries.spliterator(), false)
                .filter(entry -> ManagedFields.isApplyOfAnother(entry, takeover.managers(), applier))
                .map(entry -> entry.path("fieldsV1"))
                .toList();
        return new FieldOwners(live, others);
    }

    /** Whether somebody else applies this field, or something that it is a part of. */
    boolean appliedByAnother(JsonPointer field) {
        return others.stream().anyMatch(owned -> !owned.isEmpty() && owns(owned, live, field));
    }

    private static boolean owns(JsonNode owned, JsonNode value, JsonPointer field) {
        if (owned.isMissingNode() || field.matches()) {
            return !owned.isMissingNode();
        }
        if (owned.isEmpty()) {
            return true;
        }
        JsonNode next = value.isArray()
                ? element(owned, value.path(field.getMatchingIndex()))
                : owned.path(FIELD + field.getMatchingProperty());
        JsonNode there =
                value.isArray() ? value.path(field.getMatchingIndex()) : value.path(field.getMatchingProperty());
        return owns(next, there, field.tail());
    }

    /** Elements of lists go by their keys or values. */
    private static JsonNode element(JsonNode owned, JsonNode element) {
        return owned.properties().stream()
                .filter(entry -> names(entry.getKey(), element))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(MissingNode.getInstance());
    }

    private static boolean names(String name, JsonNode element) {
        try {
            if (name.startsWith(VALUE)) {
                return JSON.readTree(name.substring(VALUE.length())).equals(element);
            }
            return name.startsWith(KEY)
                    && JSON.readTree(name.substring(KEY.length())).properties().stream()
                            .allMatch(key -> element.path(key.getKey()).equals(key.getValue()));
        } catch (JsonProcessingException e) {
            return false;
        }
    }
}
