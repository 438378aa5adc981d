package io.fluxj.watcher.generator;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.api.meta.Artifact;
import io.fluxj.api.meta.CommonMetadata;
import io.fluxj.api.meta.Condition;
import io.fluxj.api.sourceextensions.v1beta1.ArtifactGenerator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is applied of an ExternalArtifact: first what it is, then what it offers. Source: conditions-events §1, §9. */
final class ArtifactManifest {
    private ArtifactManifest() {}

    /** Without its status. Labels of the spec count more than those that were captured; those that say whose it is cannot be set. */
    static ObjectNode spec(ArtifactGenerator owner, BuiltArtifact built) {
        ObjectNode manifest = named(built);
        ObjectNode metadata = (ObjectNode) manifest.get("metadata");
        @Nullable CommonMetadata common = owner.getSpec().commonMetadata();
        Map<String, String> labels = new LinkedHashMap<>(built.wanted().labels());
        if (common != null) {
            labels.putAll(common.labels());
            put(metadata, "annotations", common.annotations());
        }
        labels.put(ExternalArtifacts.MANAGED_BY, ExternalArtifacts.MANAGER);
        labels.put(ExternalArtifacts.GENERATOR, ExternalArtifacts.uid(owner));
        put(metadata, "labels", labels);
        manifest.putObject("spec")
                .putObject("sourceRef")
                .put("apiVersion", owner.getApiVersion())
                .put("kind", owner.getKind())
                .put("name", owner.getMetadata().getName())
                .put("namespace", owner.getMetadata().getNamespace());
        return manifest;
    }

    /** Its status alone. */
    static ObjectNode status(BuiltArtifact built, Artifact artifact, Condition ready) {
        ObjectNode manifest = named(built);
        ObjectNode status = manifest.putObject("status");
        ObjectNode told = status.putObject("artifact");
        told.put("path", artifact.path())
                .put("url", artifact.url())
                .put("revision", artifact.revision())
                .put("digest", artifact.digest())
                .put("lastUpdateTime", artifact.lastUpdateTime().toString())
                .put("size", artifact.size());
        put(told, "metadata", artifact.metadata());
        ArrayNode conditions = status.putArray("conditions");
        conditions
                .addObject()
                .put("type", ready.type())
                .put("status", ready.status().text())
                .put("reason", ready.reason())
                .put("message", ready.message())
                .put("observedGeneration", ready.observedGeneration())
                .put("lastTransitionTime", ready.lastTransitionTime().toString());
        if (!built.inputs().isEmpty()) {
            status.putObject("exportedInputs").setAll(built.inputs());
        }
        return manifest;
    }

    private static ObjectNode named(BuiltArtifact built) {
        ObjectNode manifest = JsonNodeFactory.instance.objectNode();
        manifest.put("apiVersion", ExternalArtifacts.API_VERSION).put("kind", ExternalArtifacts.KIND);
        manifest.putObject("metadata")
                .put("name", built.wanted().name())
                .put("namespace", built.wanted().namespace());
        return manifest;
    }

    private static void put(ObjectNode parent, String name, Map<String, String> values) {
        if (!values.isEmpty()) {
            ObjectNode node = parent.putObject(name);
            values.forEach(node::put);
        }
    }
}
