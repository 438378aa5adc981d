package io.fluxj.runtime.scripted;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.fluxj.testkit.KubeCluster;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** Objects of a test as plain YAML in, plain JSON out. */
public record TestObjects(KubeCluster cluster) {
    private static final Duration SOON = Duration.ofMinutes(2);

    /** Creates a GitRepository. */
    public void gitRepository(String name) {
        create("""
            apiVersion: source.toolkit.fluxcd.io/v1
            kind: GitRepository
            metadata: {name: %s}
            spec: {interval: 10m, url: "https://git.test/repo"}
            """.formatted(name));
    }

    /** Creates a Kustomization. */
    public void kustomization(String name) {
        create("""
            apiVersion: kustomize.toolkit.fluxcd.io/v1
            kind: Kustomization
            metadata: {name: %s}
            spec: {interval: 10m, prune: true, sourceRef: {kind: GitRepository, name: src}}
            """.formatted(name));
    }

    /** Creates an ArtifactGenerator. */
    public void generator(String name) {
        create("""
            apiVersion: source.extensions.fluxcd.io/v1beta1
            kind: ArtifactGenerator
            metadata: {name: %s}
            spec:
              sources: [{alias: repo, kind: GitRepository, name: src}]
              artifacts: [{name: all, copy: [{from: "@repo/", to: "@artifact/"}]}]
            """.formatted(name));
    }

    /** Creates a Provider. */
    public void provider(String name) {
        create("""
            apiVersion: notification.toolkit.fluxcd.io/v1beta3
            kind: Provider
            metadata: {name: %s}
            spec: {type: generic, address: "https://hooks.test"}
            """.formatted(name));
    }

    /** Creates what the YAML says, in the namespace of the test. */
    public void create(String yaml) {
        HasMetadata object = cluster.client().getKubernetesSerialization().unmarshal(yaml);
        object.getMetadata().setNamespace(cluster.namespace());
        cluster.client().resource(object).create();
    }

    /** Merges JSON into an object. */
    public void patch(String kind, String name, String merge) {
        resource(kind, name).patch(PatchContext.of(PatchType.JSON_MERGE), merge);
    }

    /** Merges JSON into an object's status, as somebody else. */
    public void patchStatus(String kind, String name, String merge) {
        resource(kind, name).subresource("status").patch(PatchContext.of(PatchType.JSON_MERGE), merge);
    }

    /** Asks for a pass. */
    public void request(String kind, String name, String token) {
        patch(kind, name, "{\"metadata\":{\"annotations\":{\"reconcile.fluxcd.io/requestedAt\":\"" + token + "\"}}}");
    }

    /** Deletes an object without waiting. */
    public void delete(String kind, String name) {
        resource(kind, name).delete();
    }

    /** Whether the object is there. */
    public boolean exists(String kind, String name) {
        return resource(kind, name).get() != null;
    }

    /** The object as JSON. */
    public JsonNode get(String kind, String name) {
        return cluster.client()
                .getKubernetesSerialization()
                .convertValue(resource(kind, name).require(), JsonNode.class);
    }

    /** The object's status without the times of its conditions. */
    public JsonNode status(String kind, String name) {
        return withoutTimes(get(kind, name).path("status"));
    }

    private static JsonNode withoutTimes(JsonNode status) {
        status.path("conditions").forEach(condition -> ((ObjectNode) condition).remove("lastTransitionTime"));
        return status;
    }

    /** Waits until the object is as wanted, and returns the status that it had then, without times; a later look may find the next pass. */
    public JsonNode await(String kind, String name, Predicate<JsonNode> wanted) {
        return withoutTimes(Awaitility.await(kind + "/" + name)
                .atMost(SOON)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> find(kind, name), found -> found.filter(wanted).isPresent())
                .orElseThrow()
                .path("status"));
    }

    private Optional<JsonNode> find(String kind, String name) {
        return Optional.ofNullable(resource(kind, name).get())
                .map(found -> cluster.client().getKubernetesSerialization().convertValue(found, JsonNode.class));
    }

    /** Waits until the object is Ready, or not. */
    public JsonNode awaitReady(String kind, String name, String status) {
        return await(kind, name, object -> status.equals(readyOf(object)));
    }

    private static @Nullable String readyOf(JsonNode object) {
        for (JsonNode condition : object.path("status").path("conditions")) {
            if (condition.path("type").asText().equals("Ready")) {
                return condition.path("status").asText();
            }
        }
        return null;
    }

    private Resource<GenericKubernetesResource> resource(String kind, String name) {
        String apiVersion =
                switch (kind) {
                    case "GitRepository", "OCIRepository" -> "source.toolkit.fluxcd.io/v1";
                    case "ArtifactGenerator" -> "source.extensions.fluxcd.io/v1beta1";
                    case "HelmRelease" -> "helm.toolkit.fluxcd.io/v2";
                    case "Provider" -> "notification.toolkit.fluxcd.io/v1beta3";
                    default -> "kustomize.toolkit.fluxcd.io/v1";
                };
        return cluster.client()
                .genericKubernetesResources(apiVersion, kind)
                .inNamespace(cluster.namespace())
                .withName(name);
    }
}
