package io.fluxj.apply;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** Reads and writes labels and annotations of a manifest. */
public final class Metadata {

    private Metadata() {}

    /** Puts labels on the manifest in place; a value that is there already is overwritten. */
    public static void putLabels(ObjectNode manifest, Map<String, String> labels) {
        put(manifest, "labels", labels);
    }

    /** Puts annotations on the manifest in place; a value that is there already is overwritten. */
    public static void putAnnotations(ObjectNode manifest, Map<String, String> annotations) {
        put(manifest, "annotations", annotations);
    }

    /** A string of the object's metadata, empty when it is not there. */
    public static String text(JsonNode object, String field) {
        return object.path("metadata").path(field).asText("");
    }

    private static void put(ObjectNode manifest, String field, Map<String, String> values) {
        if (values.isEmpty()) {
            return;
        }
        ObjectNode target = child(child(manifest, "metadata"), field);
        values.forEach(target::put);
    }

    private static ObjectNode child(ObjectNode parent, String field) {
        return parent.get(field) instanceof ObjectNode there ? there : parent.putObject(field);
    }
}
