package io.fluxj.source.golden;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.util.List;
import java.util.Optional;

/** What scenarios do to the objects of their namespace. */
record GoldenCluster(KubernetesClient client, String namespace) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static GoldenCluster create(KubernetesClient client, String namespace) {
        client.resource(new NamespaceBuilder()
                        .withNewMetadata()
                        .withName(namespace)
                        .endMetadata()
                        .build())
                .create();
        return new GoldenCluster(client, namespace);
    }

    void apply(JsonNode object) {
        ObjectNode filled = object.deepCopy();
        ((ObjectNode) filled.get("metadata")).put("namespace", namespace);
        GenericKubernetesResource resource = JSON.convertValue(filled, GenericKubernetesResource.class);
        client.resource(resource)
                .patch(new PatchContext.Builder()
                        .withPatchType(PatchType.SERVER_SIDE_APPLY)
                        .withFieldManager("golden")
                        .withForce(true)
                        .build());
    }

    void merge(String name, String patch) {
        repository(name).patch(PatchContext.of(PatchType.JSON_MERGE), patch);
    }

    void trigger(String name, String token) {
        merge(name, "{\"metadata\":{\"annotations\":{\"reconcile.fluxcd.io/requestedAt\":\"" + token + "\"}}}");
    }

    void delete(String name) {
        repository(name).delete();
    }

    /** The object as the API shows it. */
    Optional<JsonNode> read(String name) {
        return Optional.ofNullable(repository(name).get()).map(found -> JSON.<JsonNode>valueToTree(found));
    }

    List<Event> events() {
        return client.v1().events().inNamespace(namespace).list().getItems();
    }

    private Resource<GenericKubernetesResource> repository(String name) {
        return client.genericKubernetesResources("source.toolkit.fluxcd.io/v1", "GitRepository")
                .inNamespace(namespace)
                .withName(name);
    }
}
