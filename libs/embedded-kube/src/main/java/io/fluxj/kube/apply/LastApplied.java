package io.fluxj.kube.apply;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.kube.json.Nodes;
import io.fluxj.kube.schema.Schema;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** The annotation in which kubectl's client-side apply keeps what it applied; kubectl's server-side apply takes over from it. */
final class LastApplied {
    private static final String ANNOTATION = "kubectl.kubernetes.io/last-applied-configuration";
    private static final String KUBECTL = "kubectl";
    private static final int MAX_ANNOTATIONS = 256 * 1024;

    private LastApplied() {}

    /** The fields that may be taken: those that were applied client-side and are as they were applied. */
    static FieldSet takeable(Manager manager, Schema schema, String apiVersion, JsonNode live) {
        String text = text(live);
        if (!concerns(manager) || text.isEmpty()) {
            return new FieldSet();
        }
        try {
            JsonNode applied = Nodes.parse(text.getBytes(StandardCharsets.UTF_8));
            if (!applied.path("apiVersion").asText().equals(apiVersion)
                    || !TypeCheck.of(schema, applied).isEmpty()) {
                return new FieldSet();
            }
            Comparison.Result changes = Comparison.of(schema, applied, live);
            return OwnedFields.of(schema, applied).difference(changes.written()).difference(changes.removed());
        } catch (IOException e) {
            return new FieldSet();
        }
    }

    /** Writes what was applied into the annotation where there is one. */
    static void update(Manager manager, ObjectNode object, ObjectNode applied) {
        if (!concerns(manager) || text(object).isEmpty()) {
            return;
        }
        ObjectNode plain = applied.deepCopy();
        if (plain.path("metadata").path("annotations") instanceof ObjectNode annotations) {
            annotations.remove(ANNOTATION);
        }
        ObjectNode annotations = (ObjectNode) object.path("metadata").path("annotations");
        annotations.put(ANNOTATION, escaped(Nodes.text(Nodes.sorted(plain))) + "\n");
        if (Nodes.text(annotations).length() > MAX_ANNOTATIONS) {
            annotations.remove(ANNOTATION);
        }
    }

    private static boolean concerns(Manager manager) {
        return manager.name().equals(KUBECTL) && manager.operation() == Manager.Operation.APPLY;
    }

    private static String text(JsonNode object) {
        return object.path("metadata").path("annotations").path(ANNOTATION).asText("");
    }

    private static String escaped(String json) {
        return json.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026");
    }
}
