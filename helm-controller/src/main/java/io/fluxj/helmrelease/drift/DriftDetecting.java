package io.fluxj.helmrelease.drift;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.zjsonpatch.JsonDiff;
import io.fluxj.apply.ObjectRef;
import io.fluxj.apply.cluster.Cluster;
import io.fluxj.apply.stage.IgnoredFields;
import io.fluxj.apply.stage.OwnFields;
import io.fluxj.helmrelease.Own;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Compares what was released with what is there, by what applying it again would change. Source: behaviour §3.8, §12.
 *
 * @param cluster as the release's user sees it
 * @param ignored fields that others may change
 * @param overridden field managers whose fields become ours first
 */
public record DriftDetecting(Cluster cluster, IgnoredFields ignored, List<String> overridden) {

    private static final String EXCLUDED = Own.GROUP + "/driftDetection";

    /**
     * What differs; empty when nothing does.
     *
     * @param objects as they were released
     * @throws io.fluxj.apply.cluster.ApiException when the server refuses or cannot be reached
     */
    public Optional<Drift> of(List<ObjectNode> objects) {
        List<Drift.Drifted> drifted = new ArrayList<>();
        for (ObjectNode object : objects) {
            List<JsonPointer> left = ignored.of(object);
            if (!isExcluded(object) && !left.contains(JsonPointer.empty())) {
                of(object, left).ifPresent(drifted::add);
            }
        }
        return drifted.isEmpty() ? Optional.empty() : Optional.of(new Drift(drifted));
    }

    private static boolean isExcluded(ObjectNode object) {
        JsonNode metadata = object.path("metadata");
        return metadata.path("annotations").path(EXCLUDED).asText().equalsIgnoreCase("disabled")
                || metadata.path("labels").path(EXCLUDED).asText().equalsIgnoreCase("disabled");
    }

    private Optional<Drift.Drifted> of(ObjectNode object, List<JsonPointer> left) {
        ObjectRef ref = ObjectRef.of(object);
        Optional<ObjectNode> live = cluster.get(ref).map(found -> takenOver(ref, found));
        if (live.isEmpty()) {
            return Optional.of(new Drift.Removed(ref, object));
        }
        ObjectNode applied = cluster.dryRunApply(ref, object, Own.MANAGER);
        ArrayNode operations = JsonNodeFactory.instance.arrayNode();
        add(operations, JsonDiff.asJson(body(live.get()), body(applied)), left, true);
        add(operations, JsonDiff.asJson(metadata(live.get()), metadata(applied)), left, false);
        return operations.isEmpty() ? Optional.empty() : Optional.of(new Drift.Changed(ref, operations));
    }

    /** What others set and the release does not have is then drift, too. */
    private ObjectNode takenOver(ObjectRef ref, ObjectNode live) {
        return OwnFields.takenOver(live, overridden, Own.MANAGER)
                .map(patch -> cluster.patch(ref, patch, Own.MANAGER))
                .orElse(live);
    }

    private static void add(ArrayNode operations, JsonNode found, List<JsonPointer> left, boolean removals) {
        for (JsonNode operation : found) {
            String path = operation.path("path").asText();
            boolean ignored = left.stream()
                    .map(JsonPointer::toString)
                    .anyMatch(each -> path.equals(each) || path.startsWith(each + "/"));
            boolean wanted = removals || !operation.path("op").asText().equals("remove");
            if (!ignored && wanted) {
                operations.add(operation);
            }
        }
    }

    private static ObjectNode body(ObjectNode object) {
        ObjectNode body = object.deepCopy();
        body.remove(List.of("metadata", "status"));
        return body;
    }

    private static ObjectNode metadata(ObjectNode object) {
        ObjectNode tree = JsonNodeFactory.instance.objectNode();
        ObjectNode kept = tree.putObject("metadata");
        for (String field : List.of("labels", "annotations")) {
            if (object.path("metadata").has(field)) {
                kept.set(field, object.path("metadata").get(field));
            }
        }
        return tree;
    }
}
