package io.fluxj.kube.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.kube.json.Nodes;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads and writes an object's metadata.
 *
 * @param object the whole object
 */
public record Meta(ObjectNode object) {
    /** The metadata, made when absent. */
    public ObjectNode node() {
        return Nodes.child(object, "metadata");
    }

    private JsonNode read() {
        return object.path("metadata");
    }

    /** The object's name, or empty. */
    public String name() {
        return Nodes.string(read(), "name");
    }

    /** The object's namespace, or empty. */
    public String namespace() {
        return Nodes.string(read(), "namespace");
    }

    /** The unique id, or empty. */
    public String uid() {
        return Nodes.string(read(), "uid");
    }

    /** The version, or empty. */
    public String resourceVersion() {
        return Nodes.string(read(), "resourceVersion");
    }

    /** The generation, or 0. */
    public long generation() {
        return read().path("generation").asLong(0);
    }

    /** Whether deletion was asked for. */
    public boolean deleting() {
        return read().hasNonNull("deletionTimestamp");
    }

    /** The finalizers, in order. */
    public List<String> finalizers() {
        List<String> out = new ArrayList<>();
        read().path("finalizers").forEach(f -> out.add(f.asText()));
        return out;
    }

    /** Replaces the finalizers. */
    public void finalizers(List<String> finalizers) {
        if (finalizers.isEmpty()) {
            node().remove("finalizers");
        } else {
            node().set("finalizers", Nodes.strings(finalizers));
        }
    }

    /** The labels. */
    public Map<String, String> labels() {
        Map<String, String> out = new LinkedHashMap<>();
        read().path("labels")
                .properties()
                .forEach(e -> out.put(e.getKey(), e.getValue().asText()));
        return out;
    }

    /** The owners. */
    public List<ObjectNode> owners() {
        List<ObjectNode> out = new ArrayList<>();
        if (read().path("ownerReferences") instanceof ArrayNode list) {
            list.forEach(o -> {
                if (o instanceof ObjectNode owner) {
                    out.add(owner);
                }
            });
        }
        return out;
    }

    /** Where the object lies in its resource. */
    public Key key() {
        return new Key(namespace(), name());
    }

    /** Now, as metadata holds times: UTC, whole seconds. */
    public static String now() {
        return Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
