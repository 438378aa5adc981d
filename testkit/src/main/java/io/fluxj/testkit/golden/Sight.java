package io.fluxj.testkit.golden;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import java.util.Optional;
import java.util.Set;

/** Sees objects in the form in which they are recorded. */
record Sight(GoldenCluster cluster, Watched watched, Hands hands) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> OWN = Set.of("metadata", "status", "absent");

    JsonNode object(String reference, JsonNode recorded) {
        if (!References.nameObjects(reference)) {
            return hands.see(reference, recorded);
        }
        Optional<JsonNode> found = whole(reference);
        if (found.isEmpty()) {
            return JsonNodeFactory.instance.objectNode().put("absent", true);
        }
        JsonNode object = found.get();
        ObjectNode seen = JsonNodeFactory.instance.objectNode();
        ObjectNode metadata = seen.putObject("metadata");
        metadata.set("generation", object.at("/metadata/generation"));
        if (object.at("/metadata/finalizers").isArray()) {
            metadata.set("finalizers", object.at("/metadata/finalizers"));
        }
        if (object.path("status").isObject()) {
            seen.set("status", object.get("status"));
        }
        recorded.fieldNames().forEachRemaining(field -> {
            if (!OWN.contains(field) && object.has(field)) {
                seen.set(field, object.get(field));
            }
        });
        hands.look(object, recorded, seen);
        return seen;
    }

    /** The object as the API shows it. */
    Optional<JsonNode> whole(String reference) {
        Optional<GenericKubernetesResource> found = watched.follows(References.kind(reference))
                ? watched.object(cluster.namespace(), reference)
                : cluster.read(reference);
        return found.map(JSON::<JsonNode>valueToTree);
    }

    /** Whether a controller is working on it right now, and was not when it was recorded. */
    static boolean isMidPass(JsonNode recorded, JsonNode seen) {
        return isProgressing(seen) && !isProgressing(recorded);
    }

    private static boolean isProgressing(JsonNode object) {
        return object.at("/status/conditions")
                .valueStream()
                .anyMatch(condition -> condition.path("type").asText().equals("Reconciling")
                        && condition.path("reason").asText().equals("Progressing"));
    }
}
