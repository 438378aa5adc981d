package io.fluxj.apply.stage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Ownership of fields as {@code metadata.managedFields} records it. */
final class ManagedFields {

    private ManagedFields() {}

    /**
     * The entries with those of the given managers merged into the applier's own Apply entry.
     *
     * @return empty when no entry is theirs
     */
    static Optional<ArrayNode> takenOver(JsonNode entries, List<Takeover.Manager> managers, String applier) {
        ArrayNode kept = JsonNodeFactory.instance.arrayNode();
        ObjectNode own = own(entries, applier);
        boolean edited = false;
        for (JsonNode entry : entries) {
            if (isApplyOf(entry, applier)) {
                continue;
            }
            if (managers.stream().noneMatch(manager -> matches(entry, manager))) {
                kept.add(entry);
                continue;
            }
            edited = true;
            own = own == null ? renamed(entry, applier) : merged(own, entry);
        }
        if (own != null) {
            kept.add(own);
        }
        return edited ? Optional.of(kept) : Optional.empty();
    }

    /**
     * The entries, all in this API version; those that differ in nothing else but their time then become one.
     *
     * @return empty when all are in that version already
     */
    static Optional<ArrayNode> inVersion(JsonNode entries, String apiVersion) {
        Map<List<String>, ObjectNode> byManager = new LinkedHashMap<>();
        boolean edited = false;
        for (JsonNode entry : entries) {
            edited |= !entry.path("apiVersion").asText().equals(apiVersion);
            if (entry.deepCopy() instanceof ObjectNode copy) {
                copy.put("apiVersion", apiVersion);
                byManager.merge(key(entry), copy, ManagedFields::merged);
            }
        }
        return edited ? Optional.of(JsonNodeFactory.instance.arrayNode().addAll(byManager.values())) : Optional.empty();
    }

    /** Versions other than this one in which entries stand. */
    static Set<String> otherVersions(JsonNode entries, String apiVersion) {
        Set<String> versions = new TreeSet<>();
        entries.forEach(entry -> versions.add(entry.path("apiVersion").asText()));
        versions.remove(apiVersion);
        return versions;
    }

    private static List<String> key(JsonNode entry) {
        return Stream.of("manager", "operation", "subresource")
                .map(field -> entry.path(field).asText(""))
                .toList();
    }

    private static @Nullable ObjectNode own(JsonNode entries, String applier) {
        ObjectNode own = null;
        for (JsonNode entry : entries) {
            if (isApplyOf(entry, applier)) {
                own = own == null ? entry.deepCopy() : merged(own, entry);
            }
        }
        return own;
    }

    /** Whether somebody else applied what the entry lists, and it is not taken over. */
    static boolean isApplyOfAnother(JsonNode entry, List<Takeover.Manager> takenOver, String applier) {
        return entry.path("operation").asText().equals(Takeover.Operation.APPLY.word())
                && !entry.path("manager").asText().equals(applier)
                && takenOver.stream().noneMatch(manager -> matches(entry, manager));
    }

    private static boolean isApplyOf(JsonNode entry, String applier) {
        return entry.path("manager").asText().equals(applier)
                && entry.path("operation").asText().equals(Takeover.Operation.APPLY.word())
                && entry.path("subresource").asText("").isEmpty();
    }

    private static boolean matches(JsonNode entry, Takeover.Manager manager) {
        return entry.path("manager").asText().startsWith(manager.prefix())
                && entry.path("operation").asText().equals(manager.operation().word())
                && entry.path("subresource").asText("").isEmpty();
    }

    private static ObjectNode renamed(JsonNode entry, String applier) {
        ObjectNode own = entry.deepCopy();
        return own.put("manager", applier).put("operation", Takeover.Operation.APPLY.word());
    }

    private static ObjectNode merged(ObjectNode own, JsonNode entry) {
        JsonNode fields = own.path("fieldsV1");
        ObjectNode union = fields.isObject() ? fields.deepCopy() : own.objectNode();
        addAll(union, entry.path("fieldsV1"));
        own.set("fieldsV1", union);
        return own;
    }

    private static void addAll(ObjectNode target, JsonNode more) {
        more.properties().forEach(field -> {
            if (target.get(field.getKey()) instanceof ObjectNode there) {
                addAll(there, field.getValue());
            } else {
                target.set(field.getKey(), field.getValue());
            }
        });
    }
}
