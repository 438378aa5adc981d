package io.fluxj.notification.receiver;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.fluxj.api.notification.v1.Receiver;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The objects of the recording: Secrets, what is woken, Receivers. */
record GoldenCluster(KubernetesClient client, JsonNode objects) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String REQUESTED = "reconcile.fluxcd.io/requestedAt";
    private static final PatchContext MERGE = PatchContext.of(PatchType.JSON_MERGE);

    /** What the recording left out since no controller looked at it. */
    private static final Map<String, String> SPECS = Map.of(
            "GitRepository", "{\"url\": \"https://git.example/x\", \"interval\": \"1h\"}",
            "ImageRepository", "{\"image\": \"ghcr.io/x/y\", \"interval\": \"1h\"}",
            "OCIRepository", "{\"url\": \"oci://reg.example/x\", \"interval\": \"1h\"}",
            "HelmRepository", "{\"url\": \"https://charts.example\", \"interval\": \"1h\"}",
            "Bucket", "{\"bucketName\": \"b\", \"endpoint\": \"s3.example\", \"interval\": \"1h\"}",
            "HelmChart",
                    "{\"chart\": \"c\", \"interval\": \"1h\", \"sourceRef\": {\"kind\": \"HelmRepository\", \"name\": \"charts\"}}",
            "Kustomization",
                    "{\"interval\": \"1h\", \"prune\": false, \"sourceRef\": {\"kind\": \"GitRepository\", \"name\": \"webapp\"}}",
            "HelmRelease", "{\"interval\": \"1h\", \"chartRef\": {\"kind\": \"OCIRepository\", \"name\": \"oci\"}}");

    static GoldenCluster prepared(KubernetesClient client, JsonNode objects) throws Exception {
        GoldenCluster cluster = new GoldenCluster(client, objects);
        Set<String> namespaces = new TreeSet<>();
        objects.path("targets")
                .forEach(each -> namespaces.add(each.at("/metadata/namespace").asText()));
        for (String namespace : namespaces) {
            client.resource(new NamespaceBuilder()
                            .withNewMetadata()
                            .withName(namespace)
                            .endMetadata()
                            .build())
                    .serverSideApply();
        }
        for (JsonNode secret : objects.path("secrets")) {
            cluster.secret(secret);
        }
        for (JsonNode target : objects.path("targets")) {
            GenericKubernetesResource object = JSON.treeToValue(target, GenericKubernetesResource.class);
            object.setAdditionalProperty("spec", JSON.readValue(SPECS.getOrDefault(object.getKind(), "{}"), Map.class));
            client.resource(object).create();
        }
        return cluster;
    }

    private void secret(JsonNode secret) throws Exception {
        client.resource(new SecretBuilder()
                        .withNewMetadata()
                        .withName(secret.path("name").asText())
                        .withNamespace(secret.path("namespace").asText())
                        .endMetadata()
                        .withStringData(JSON.convertValue(
                                secret.path("stringData"),
                                JSON.getTypeFactory().constructMapType(Map.class, String.class, String.class)))
                        .build())
                .create();
    }

    void token(String secret, String token) {
        client.secrets()
                .inNamespace("team-a")
                .withName(secret)
                .patch(MERGE, "{\"stringData\": {\"token\": \"" + token + "\"}}");
    }

    void removeSecret(String secret) {
        client.secrets().inNamespace("team-a").withName(secret).delete();
    }

    /** Creates one; says why the API server refuses it, or nothing. */
    String create(JsonNode receiver) throws Exception {
        GenericKubernetesResource object = new GenericKubernetesResource();
        object.setApiVersion("notification.toolkit.fluxcd.io/v1");
        object.setKind("Receiver");
        object.setMetadata(new ObjectMetaBuilder()
                .withName(receiver.path("name").asText())
                .withNamespace(receiver.path("namespace").asText())
                .build());
        object.setAdditionalProperty("spec", JSON.treeToValue(receiver.path("spec"), Map.class));
        try {
            var _ = client.resource(object).create();
            return "";
        } catch (KubernetesClientException refused) {
            return refused.getStatus() == null
                    ? String.valueOf(refused.getMessage())
                    : String.valueOf(refused.getStatus().getMessage());
        }
    }

    void change(String receiver, String patch) {
        client.resources(Receiver.class)
                .inNamespace("team-a")
                .withName(receiver)
                .patch(MERGE, patch);
    }

    /** The status as JSON; nothing where there is none. */
    JsonNode status(String namespace, String receiver) {
        Receiver found = client.resources(Receiver.class)
                .inNamespace(namespace)
                .withName(receiver)
                .get();
        return found == null || found.getStatus() == null
                ? JSON.createObjectNode()
                : JSON.valueToTree(found.getStatus());
    }

    /** When a pass over each of the objects was asked for last, by {@code Kind/namespace/name}. */
    Map<String, String> requested() {
        Map<String, String> kinds = new TreeMap<>();
        objects.path("targets")
                .forEach(target -> kinds.put(
                        target.path("kind").asText(), target.path("apiVersion").asText()));
        Map<String, String> requested = new TreeMap<>();
        kinds.forEach((kind, apiVersion) -> client.genericKubernetesResources(apiVersion, kind)
                .inAnyNamespace()
                .list()
                .getItems()
                .forEach(found -> requested.put(name(kind, found.getMetadata()), requested(found.getMetadata()))));
        return requested;
    }

    private static String name(String kind, ObjectMeta metadata) {
        return kind + "/" + metadata.getNamespace() + "/" + metadata.getName();
    }

    private static String requested(ObjectMeta metadata) {
        Map<String, String> annotations = metadata.getAnnotations();
        return annotations == null ? "" : annotations.getOrDefault(REQUESTED, "");
    }
}
