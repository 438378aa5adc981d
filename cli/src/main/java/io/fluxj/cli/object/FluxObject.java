package io.fluxj.cli.object;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.cli.kind.FluxKind;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * An object as the API answered it, read by paths such as {@code /spec/sourceRef/name}: most commands look at a field or two of every kind.
 *
 * @param json the whole object
 */
public record FluxObject(ObjectNode json) {

    /** What is at a JSON pointer; a missing node where nothing is. */
    public JsonNode at(String pointer) {
        return json.at(pointer);
    }

    /** The text at a JSON pointer; empty where nothing is. */
    public String text(String pointer) {
        return json.at(pointer).asText("");
    }

    /** {@code metadata.name}. */
    public String name() {
        return text("/metadata/name");
    }

    /** {@code metadata.namespace}; empty for what belongs to the whole cluster. */
    public String namespace() {
        return text("/metadata/namespace");
    }

    /** {@code kind}. */
    public String kind() {
        return text("/kind");
    }

    /** {@code apiVersion}. */
    public String apiVersion() {
        return text("/apiVersion");
    }

    /** The group of {@code apiVersion}; empty for the core's. */
    public String group() {
        String version = apiVersion();
        return version.contains("/") ? version.substring(0, version.indexOf('/')) : "";
    }

    /** One label, or empty. */
    public String label(String key) {
        return json.path("metadata").path("labels").path(key).asText("");
    }

    /** One annotation, or empty. */
    public String annotation(String key) {
        return json.path("metadata").path("annotations").path(key).asText("");
    }

    /** Whether nothing is done for it: {@code spec.suspend}, or the annotation that an ArtifactGenerator has instead. */
    public boolean suspended() {
        return at("/spec/suspend").asBoolean()
                || annotation("source.extensions.fluxcd.io/reconcile").equalsIgnoreCase("disabled");
    }

    /** Whether no controller works on it, so that it has no status and counts as ready: Alerts, Providers, and a HelmRepository of a registry. */
    public boolean unattended(FluxKind kind) {
        return switch (kind) {
            case ALERT, PROVIDER -> true;
            case HELM_REPOSITORY -> text("/spec/type").equals("oci");
            case OCI_REPOSITORY, BUCKET, GIT_REPOSITORY, HELM_CHART, EXTERNAL_ARTIFACT, HELM_RELEASE, KUSTOMIZATION ->
                false;
            case RECEIVER, IMAGE_REPOSITORY, IMAGE_POLICY, IMAGE_UPDATE, ARTIFACT_GENERATOR -> false;
        };
    }

    /** The token that was handled last. */
    public String handledToken() {
        return text("/status/lastHandledReconcileAt");
    }

    /** The conditions of the status, as stored. */
    public List<Condition> conditions() {
        return elements("/status/conditions").map(Condition::of).toList();
    }

    /** The condition of one type. */
    public Optional<Condition> condition(String type) {
        return conditions().stream().filter(each -> each.type().equals(type)).findFirst();
    }

    /** The elements of the list at a JSON pointer; none where no list is. */
    public Stream<JsonNode> elements(String pointer) {
        return StreamSupport.stream(at(pointer).spliterator(), false);
    }

    /** {@code Kind/namespace/name}, without the namespace where there is none. */
    public String reference() {
        return namespace().isEmpty() ? kind() + "/" + name() : kind() + "/" + namespace() + "/" + name();
    }

    /**
     * One condition of a status.
     *
     * @param observedGeneration 0 where it is not said
     */
    public record Condition(
            String type, String status, String reason, String message, String since, long observedGeneration) {

        private static Condition of(JsonNode json) {
            return new Condition(
                    json.path("type").asText(""),
                    json.path("status").asText(""),
                    json.path("reason").asText(""),
                    json.path("message").asText(""),
                    json.path("lastTransitionTime").asText(""),
                    json.path("observedGeneration").asLong());
        }

        /** Whether it holds. */
        public boolean isTrue() {
            return status.equals("True");
        }

        /** Whether it does not hold, which is not known of all that are not true. */
        public boolean isFalse() {
            return status.equals("False");
        }
    }
}
