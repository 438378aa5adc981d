package io.fluxj.kube.apply;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.kube.json.Nodes;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The managers of one object and what each owns. Mutable while a write is worked out, read from and written to metadata. */
final class Managed {
    private static final int MAX_UPDATERS = 10;
    private static final String ANCIENT = "ancient-changes";

    private final Map<Manager, Owned> byManager = new LinkedHashMap<>();

    static Managed empty() {
        return new Managed();
    }

    /** Reads {@code metadata.managedFields}; entries that make no sense make the whole unreadable. */
    static Optional<Managed> decode(JsonNode entries) {
        Managed out = new Managed();
        try {
            for (JsonNode entry : entries) {
                boolean apply = entry.path("operation").asText().equals("Apply");
                if (!apply && !entry.path("operation").asText().equals("Update")) {
                    return Optional.empty();
                }
                String version = entry.path("apiVersion").asText();
                String subresource = entry.path("subresource").asText();
                String name = entry.path("manager").asText();
                Manager manager =
                        apply ? Manager.applier(name, subresource) : Manager.updater(name, version, subresource);
                FieldSet fields = FieldSet.decode(entry.path("fieldsV1"));
                out.byManager.put(
                        manager, new Owned(fields, version, entry.path("time").asText()));
            }
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        return Optional.of(out);
    }

    Map<Manager, Owned> entries() {
        return byManager;
    }

    boolean isEmpty() {
        return byManager.isEmpty();
    }

    /** Merges the oldest updaters of a version into one when there are too many. */
    void cap(String now) {
        List<Manager> updaters = byManager.keySet().stream()
                .filter(m -> m.operation() == Manager.Operation.UPDATE)
                .sorted(Comparator.comparing((Manager m) -> timeOf(m)).thenComparing(Manager.ORDER))
                .toList();
        int left = updaters.size();
        for (Manager old : updaters) {
            if (left <= MAX_UPDATERS) {
                return;
            }
            Manager bucket = Manager.updater(ANCIENT, old.apiVersion(), old.subresource());
            boolean bucketExists = byManager.containsKey(bucket);
            Owned moved = byManager.remove(old);
            if (moved != null && !old.equals(bucket)) {
                byManager.merge(bucket, moved, (a, b) -> b.with(a.fields().union(b.fields())));
            } else if (moved != null) {
                byManager.put(bucket, moved.at(moved.time().isEmpty() ? now : moved.time()));
            }
            left -= bucketExists && !old.equals(bucket) ? 1 : 0;
        }
    }

    private String timeOf(Manager manager) {
        Owned owned = byManager.get(manager);
        return owned == null ? "" : owned.time();
    }

    /** Writes {@code metadata.managedFields}. */
    ArrayNode encode() {
        ArrayNode out = Nodes.array();
        byManager.entrySet().stream()
                .sorted(Comparator.comparing(
                                (Map.Entry<Manager, Owned> e) -> e.getKey().operation())
                        .thenComparing(e -> e.getValue().time())
                        .thenComparing(Map.Entry::getKey, Manager.ORDER))
                .forEach(e -> out.add(encode(e.getKey(), e.getValue())));
        return out;
    }

    private static ObjectNode encode(Manager manager, Owned owned) {
        ObjectNode entry = Nodes.object();
        entry.put("apiVersion", owned.apiVersion()).put("fieldsType", "FieldsV1");
        entry.set("fieldsV1", owned.fields().encode());
        entry.put("manager", manager.name())
                .put("operation", manager.operation().text());
        if (!manager.subresource().isEmpty()) {
            entry.put("subresource", manager.subresource());
        }
        if (!owned.time().isEmpty()) {
            entry.put("time", owned.time());
        }
        return entry;
    }
}
