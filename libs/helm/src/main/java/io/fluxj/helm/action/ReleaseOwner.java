package io.fluxj.helm.action;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.gotemplate.format.Quoting;
import io.fluxj.helm.release.ReleaseKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** By what objects are known as a release's. */
record ReleaseOwner(String name, String namespace) {
    private static final String MANAGED_BY = "app.kubernetes.io/managed-by";
    private static final String HELM = "Helm";
    private static final String NAME = "meta.helm.sh/release-name";
    private static final String NAMESPACE = "meta.helm.sh/release-namespace";

    static ReleaseOwner of(ReleaseKey key) {
        return new ReleaseOwner(key.name(), key.namespace());
    }

    /** The objects with the release's marks, which win over those that they have. */
    List<ReleaseObject> marked(List<ReleaseObject> objects) {
        return objects.stream().map(this::marked).toList();
    }

    private ReleaseObject marked(ReleaseObject object) {
        ObjectNode content = object.content().deepCopy();
        ObjectNode metadata = child(content, "metadata");
        child(metadata, "labels").put(MANAGED_BY, HELM);
        child(metadata, "annotations").put(NAME, name).put(NAMESPACE, namespace);
        return new ReleaseObject(object.id(), content);
    }

    private static ObjectNode child(ObjectNode parent, String field) {
        return parent.get(field) instanceof ObjectNode there ? there : parent.putObject(field);
    }

    /** What is missing for a live object to be the release's; empty when it is. */
    Optional<String> missingOn(ObjectNode live) {
        List<String> problems = new ArrayList<>();
        JsonNode metadata = live.path("metadata");
        problem(metadata.path("labels"), MANAGED_BY, HELM, "label", problems);
        problem(metadata.path("annotations"), NAME, name, "annotation", problems);
        problem(metadata.path("annotations"), NAMESPACE, namespace, "annotation", problems);
        return problems.isEmpty()
                ? Optional.empty()
                : Optional.of("invalid ownership metadata; " + String.join("; ", problems));
    }

    private static void problem(JsonNode held, String key, String wanted, String what, List<String> problems) {
        @Nullable String value = held.path(key).textValue();
        String quoted = Quoting.quoted(key);
        if (value == null) {
            problems.add(
                    what + " validation error: missing key " + quoted + ": must be set to " + Quoting.quoted(wanted));
        } else if (!value.equals(wanted)) {
            problems.add(what + " validation error: key " + quoted + " must equal " + Quoting.quoted(wanted)
                    + ": current value is " + Quoting.quoted(value));
        }
    }
}
