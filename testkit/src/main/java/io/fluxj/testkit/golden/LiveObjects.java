package io.fluxj.testkit.golden;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.ManagedFieldsEntry;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The objects that controllers made, as a whole, without what the server adds; one that was going when it was recorded may be gone by now. */
record LiveObjects(GoldenCluster cluster, Rules rules) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> SERVER_METADATA =
            List.of("uid", "resourceVersion", "creationTimestamp", "generation", "managedFields", "deletionTimestamp");

    JsonNode recorded(List<JsonNode> live) {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        for (JsonNode each : live) {
            boolean mayBeGone = each.at("/object/metadata").has("deletionTimestamp")
                    && read(each).isEmpty();
            if (!mayBeGone) {
                all.add(shown(each.path("object"), names(each.path("managers"))));
            }
        }
        return all;
    }

    JsonNode seen(List<JsonNode> live) {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        for (JsonNode each : live) {
            read(each)
                    .ifPresent(found -> all.add(shown(
                            JSON.valueToTree(found), each.path("managers").isEmpty() ? Set.of() : managers(found))));
        }
        return all;
    }

    private Optional<GenericKubernetesResource> read(JsonNode each) {
        JsonNode object = each.path("object");
        JsonNode metadata = object.path("metadata");
        GoldenCluster place = metadata.has("namespace")
                ? new GoldenCluster(
                        cluster.client(),
                        cluster.kinds(),
                        metadata.path("namespace").asText())
                : cluster;
        return place.read(
                object.path("kind").asText() + "/" + metadata.path("name").asText());
    }

    private JsonNode shown(JsonNode object, Set<String> managers) {
        ObjectNode copy = object.deepCopy();
        ((ObjectNode) copy.path("metadata")).remove(SERVER_METADATA);
        copy.remove("status");
        ObjectNode shown = JsonNodeFactory.instance.objectNode();
        shown.set("object", copy);
        ArrayNode names = shown.putArray("managers");
        managers.forEach(names::add);
        return rules.comparable(shown);
    }

    private static Set<String> names(JsonNode managers) {
        return new TreeSet<>(managers.valueStream().map(JsonNode::asText).toList());
    }

    private static Set<String> managers(GenericKubernetesResource live) {
        Set<String> managers = new TreeSet<>();
        for (ManagedFieldsEntry entry : live.getMetadata().getManagedFields()) {
            String subresource = entry.getSubresource() == null ? "" : "/" + entry.getSubresource();
            managers.add(entry.getManager() + "/" + entry.getOperation() + subresource);
        }
        return managers;
    }
}
