package io.fluxj.kube.workload;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.kube.api.Meta;
import io.fluxj.kube.json.Nodes;
import java.util.zip.CRC32C;

/** Makes of a workload's template the objects that it owns. */
final class Templates {
    private static final String LETTERS = "bcdfghjklmnpqrstvwxz2456789";
    private static final int LENGTH = 10;

    private Templates() {}

    /** A short name for a template: the same for equal templates. */
    static String hash(JsonNode template) {
        byte[] bytes = Nodes.bytes(Nodes.sorted(template));
        CRC32C first = new CRC32C();
        first.update(bytes);
        CRC32C second = new CRC32C();
        second.update(LENGTH);
        second.update(bytes);
        long number = (first.getValue() << 31) ^ second.getValue();
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            out.append(LETTERS.charAt((int) Math.floorMod(number, (long) LETTERS.length())));
            number = Math.floorDiv(number, (long) LETTERS.length());
        }
        return out.toString();
    }

    /** An object in the owner's namespace that the owner controls. */
    static ObjectNode owned(ObjectNode owner, String apiVersion, String kind) {
        Meta meta = new Meta(owner);
        ObjectNode out = Nodes.object().put("apiVersion", apiVersion).put("kind", kind);
        ObjectNode metadata = out.putObject("metadata").put("namespace", meta.namespace());
        metadata.putArray("ownerReferences").add(reference(owner));
        return out;
    }

    static ObjectNode reference(ObjectNode owner) {
        Meta meta = new Meta(owner);
        return Nodes.object()
                .put("apiVersion", owner.path("apiVersion").asText())
                .put("kind", owner.path("kind").asText())
                .put("name", meta.name())
                .put("uid", meta.uid())
                .put("controller", true)
                .put("blockOwnerDeletion", true);
    }

    /** A Pod of a template. Its name is made up unless one is set afterwards. */
    static ObjectNode pod(ObjectNode owner, JsonNode template) {
        ObjectNode out = owned(owner, "v1", "Pod");
        ObjectNode metadata = Nodes.child(out, "metadata");
        metadata.put("generateName", new Meta(owner).name() + "-");
        for (String field : new String[] {"labels", "annotations", "finalizers"}) {
            JsonNode value = template.path("metadata").path(field);
            if (!value.isMissingNode()) {
                metadata.set(field, value.deepCopy());
            }
        }
        out.set("spec", template.path("spec").deepCopy());
        return out;
    }

    static void label(ObjectNode object, String name, String value) {
        Nodes.child(Nodes.child(object, "metadata"), "labels").put(name, value);
    }

    static String label(JsonNode object, String name) {
        return object.path("metadata").path("labels").path(name).asText("");
    }
}
