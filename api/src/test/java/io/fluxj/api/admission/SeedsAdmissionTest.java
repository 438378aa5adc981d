package io.fluxj.api.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fluxj.api.Manifest;
import io.fluxj.api.schema.RetiredFields;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules D1 to D4 of the seeds' index. */
@EnabledIfEnvironmentVariable(named = "KUBEBUILDER_ASSETS", matches = ".+")
@SuppressWarnings("NullAway.Init")
class SeedsAdmissionTest {
    private static final String EXCERPT = "kustomizations/001-kustomization-apps-substitute-from.yaml";
    private static final String WHOLE = "kustomizations/001-kustomization-apps-depends-on.yaml";
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private static Path folder;

    private static ApiServer server;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        server = ApiServer.start(folder);
        server.installCrds();
    }

    @AfterAll
    static void stop() {
        if (server != null) { // null when it did not start
            server.close();
        }
    }

    static Stream<Manifest> acceptable() {
        return Manifest.seeds().stream().filter(seed -> !seed.file().equals(EXCERPT));
    }

    @ParameterizedTest
    @MethodSource("acceptable")
    void acceptsWhatGuidesShow(Manifest seed) throws IOException {
        GenericKubernetesResource applied = server.apply(inNamespace(seed).toString(), "guide");

        JsonNode stored =
                JSON.readTree(server.client().getKubernetesSerialization().asJson(applied));
        assertThat(missing("", inNamespace(seed), stored)).isEmpty();
        HasMetadata read = server.client()
                .resources(seed.type())
                .inNamespace(applied.getMetadata().getNamespace())
                .withName(applied.getMetadata().getName())
                .get();
        assertThat(JSON.<JsonNode>valueToTree(asTree(read)).get("spec")).isEqualTo(stored.get("spec"));
    }

    static Stream<JsonNode> withRetiredFields() {
        return RetiredFields.objects().stream();
    }

    /** Rule D4, for every field that only an older version of a kind had. */
    @ParameterizedTest
    @MethodSource("withRetiredFields")
    void acceptsFieldsThatOnlyOlderVersionsHad(JsonNode object) throws IOException {
        server.createNamespace("retired");

        GenericKubernetesResource applied = server.apply(object.toString(), "guide");

        JsonNode stored =
                JSON.readTree(server.client().getKubernetesSerialization().asJson(applied));
        assertThat(missing("", object.get("spec"), stored.get("spec"))).isEmpty();
    }

    private static JsonNode asTree(HasMetadata object) throws IOException {
        return JSON.readTree(server.client().getKubernetesSerialization().asJson(object));
    }

    /** The seed, in the namespace it names or in flux-system. */
    private static ObjectNode inNamespace(Manifest seed) {
        ObjectNode object = seed.object().deepCopy();
        ObjectNode metadata = (ObjectNode) object.get("metadata");
        if (!metadata.has("namespace")) {
            metadata.put("namespace", "flux-system");
        }
        server.createNamespace(metadata.get("namespace").asText());
        return object;
    }

    private static List<String> missing(String path, JsonNode wanted, JsonNode found) {
        if (wanted.isObject() && found.isObject()) {
            return wanted.properties().stream()
                    .flatMap(field ->
                            missing(path + "." + field.getKey(), field.getValue(), found.path(field.getKey())).stream())
                    .toList();
        }
        if (wanted.isArray() && found.size() == wanted.size()) {
            return IntStream.range(0, wanted.size())
                    .boxed()
                    .flatMap(i -> missing(path + "[" + i + "]", wanted.get(i), found.path(i)).stream())
                    .toList();
        }
        return wanted.equals(found) ? List.of() : List.of(path);
    }

    @Test
    void refusesAnExcerptWithTheNameOfTheMissingField() {
        String excerpt = renamed(EXCERPT, "excerpt").toString();

        assertThatThrownBy(() -> server.apply(excerpt, "guide"))
                .isInstanceOf(KubernetesClientException.class)
                .hasMessageContaining("spec.sourceRef: Required value");
    }

    @Test
    void laysAnExcerptOverTheWholeObject() {
        ObjectNode whole = renamed(WHOLE, "laid-over");
        ObjectNode excerpt = renamed(EXCERPT, "laid-over");
        server.apply(whole.toString(), "whole");

        GenericKubernetesResource merged = server.apply(excerpt.toString(), "excerpt");

        Map<String, Object> spec = merged.get("spec");
        assertThat(spec).containsKeys("sourceRef", "dependsOn", "postBuild");
    }

    private static ObjectNode renamed(String file, String name) {
        ObjectNode object = inNamespace(seed(file));
        ((ObjectNode) object.get("metadata")).put("name", name);
        return object;
    }

    private static Manifest seed(String file) {
        return Manifest.seeds().stream()
                .filter(seed -> seed.file().equals(file))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void servesAnObjectInEveryVersionAndNamesTheOneToWrite() throws IOException {
        server.createNamespace("versions");
        server.apply("""
            {"apiVersion": "source.toolkit.fluxcd.io/v1beta1", "kind": "HelmRepository",
             "metadata": {"name": "old", "namespace": "versions"},
             "spec": {"url": "https://charts.example.com", "interval": "1h"}}
            """, "guide");

        for (String version : List.of("v1", "v1beta2", "v1beta1", "v1alpha1")) {
            JsonNode read = JSON.readTree(server.client()
                    .raw("/apis/source.toolkit.fluxcd.io/" + version + "/namespaces/versions/helmrepositories/old"));
            assertThat(read.at("/spec/url").asText()).isEqualTo("https://charts.example.com");
        }
        assertThat(warningsOf("/apis/source.toolkit.fluxcd.io/v1beta1/namespaces/versions/helmrepositories/old"))
                .containsExactly("299 - \"source.toolkit.fluxcd.io/v1beta1 HelmRepository is deprecated;"
                        + " write source.toolkit.fluxcd.io/v1\"");
        assertThat(warningsOf("/apis/source.toolkit.fluxcd.io/v1/namespaces/versions/helmrepositories/old"))
                .isEmpty();
    }

    private static List<String> warningsOf(String path) {
        var http = server.client().getHttpClient();
        var request = http.newHttpRequestBuilder()
                .uri(server.client().getMasterUrl().toString().replaceAll("/$", "") + path)
                .build();
        return http.sendAsync(request, String.class).join().headers("Warning");
    }

    @Test
    void fillsInWhatAKustomizationLacks() {
        server.createNamespace("defaults");

        GenericKubernetesResource applied = server.apply("""
            {"apiVersion": "kustomize.toolkit.fluxcd.io/v1", "kind": "Kustomization",
             "metadata": {"name": "short", "namespace": "defaults"},
             "spec": {"sourceRef": {"kind": "GitRepository", "name": "apps"}}}
            """, "guide");

        Map<String, Object> spec = applied.get("spec");
        assertThat(spec).containsEntry("interval", "10m").containsEntry("prune", false);
    }

    @Test
    void wantsTheEndpointOfABucketUnlessTheRegionTellsIt() {
        server.createNamespace("buckets");

        assertThat(server.apply(bucket("aws", ", \"region\": \"eu-west-1\""), "guide"))
                .isNotNull();
        for (String refused : List.of(bucket("aws", ""), bucket("gcp", ", \"region\": \"eu-west-1\""))) {
            assertThatThrownBy(() -> server.apply(refused, "guide"))
                    .isInstanceOf(KubernetesClientException.class)
                    .hasMessageContaining(
                            "spec.endpoint is required, unless spec.provider is 'aws' and spec.region is set");
        }
    }

    private static String bucket(String provider, String more) {
        return """
            {"apiVersion": "source.toolkit.fluxcd.io/v1", "kind": "Bucket",
             "metadata": {"name": "b-%s", "namespace": "buckets"},
             "spec": {"bucketName": "b", "interval": "1m", "provider": "%s"%s}}
            """.formatted(provider, provider, more);
    }

    @Test
    void stillRefusesFieldsThatNoVersionHad() {
        server.createNamespace("buckets");

        assertThatThrownBy(() ->
                        server.apply(bucket("aws", ", \"region\": \"eu-west-1\", \"bucketNane\": \"b\""), "guide"))
                .isInstanceOf(KubernetesClientException.class)
                .hasMessageContaining("bucketNane");
    }
}
