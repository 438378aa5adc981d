package io.fluxj.helmrelease.fault;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fluxj.api.source.v1.HelmChart;
import io.fluxj.api.source.v1.OCIRepository;
import io.fluxj.runtime.start.RunningController;
import io.fluxj.testkit.ClusterTest;
import io.fluxj.testkit.KubeCluster;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.io.TempDir;

/** The HelmReleases that guides show, with charts of the same shape as those that they name, all in one namespace. */
class SeedReleasesTest {
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final Path SEEDS = Path.of("src/test/resources/seeds");
    private static final Path CHARTS = Path.of("src/test/resources/charts");

    @TempDir
    Path folder = Path.of("");

    @ClusterTest
    void aStackWithDefinitionsHooksAndManyObjects(KubeCluster cluster) throws Exception {
        try (ReleaseField field = ReleaseField.open(cluster, folder, CHARTS.resolve("stack"));
                RunningController _ = field.controller()) {
            String namespace = field.emptyPlot();
            config(
                    field,
                    namespace,
                    "prometheus-values-override",
                    "values.yaml",
                    "prometheus: {prometheusSpec: {retention: 1d}}");
            secret(
                    field,
                    namespace,
                    "alertmanager-slack-webhook",
                    "slack_webhook_url",
                    "https://hooks.example.com/T000");
            field.plant(seed("001-helmrelease-kube-prometheus-stack.yaml", namespace));
            field.offer(HelmChart.class, namespace, namespace + "-kube-prometheus-stack", "65.1.0");
            field.awaitSettled(namespace, "kube-prometheus-stack");

            assertThat(field.condition(namespace, "kube-prometheus-stack", "Ready"))
                    .isEqualTo("True InstallSucceeded Helm install succeeded for release " + namespace
                            + "/kube-prometheus-stack.v1 with chart stack@65.1.0");
            assertThat(data(field, namespace, "kube-prometheus-stack-seen"))
                    .isEqualTo(Map.of("retention", "30d", "slack", "aHR0cHM6Ly9ob29rcy5leGFtcGxlLmNvbS9UMDAw"));
            assertThat(Objects.requireNonNull(field.status(namespace, "kube-prometheus-stack")
                                    .inventory())
                            .entries())
                    .hasSize(8 * 5 + 3 + 2);
        }
    }

    @ClusterTest
    void theSameFromAnOciRepository(KubeCluster cluster) throws Exception {
        try (ReleaseField field = ReleaseField.open(cluster, folder, CHARTS.resolve("stack"));
                RunningController _ = field.controller()) {
            String namespace = field.emptyPlot();
            field.plant(YAML.readTree("""
                    {apiVersion: source.toolkit.fluxcd.io/v1, kind: OCIRepository, metadata: {name: kube-prometheus-stack, namespace: %s},
                    spec: {interval: 1h, url: 'oci://example.com/stack'}}""".formatted(namespace)));
            field.offer(OCIRepository.class, namespace, "kube-prometheus-stack", "65.1.0@sha256:0123456789abcdef");
            field.plant(seed("002-helmrelease-monitoring-stack-oci-chart.yaml", namespace));
            field.awaitSettled(namespace, "monitoring-stack");

            assertThat(field.condition(namespace, "monitoring-stack", "Ready"))
                    .endsWith("/monitoring-stack.v1 with chart stack@65.1.0+0123456789ab");
        }
    }

    @ClusterTest
    void oneWithASubchartInAnOldVersionOfTheKind(KubeCluster cluster) throws Exception {
        try (ReleaseField field = ReleaseField.open(cluster, folder, CHARTS.resolve("redis"));
                RunningController _ = field.controller()) {
            String namespace = field.emptyPlot();
            config(field, namespace, "redis-config", "values.yaml", "replica: {replicaCount: 5}");
            secret(field, namespace, "redis-secrets", "values.yaml", "master: {name: hidden-name}");
            field.plant(seed("003-helmrelease-redis.yaml", namespace));
            field.offer(HelmChart.class, namespace, namespace + "-redis", "18.19.4");
            field.awaitSettled(namespace, "redis");

            assertThat(data(field, namespace, "redis-configuration"))
                    .isEqualTo(Map.of("replicas", "2", "secret", "redis-auth"));
        }
    }

    /** The HelmRelease in a file, with all that it names in one namespace. */
    private static JsonNode seed(String file, String namespace) throws IOException {
        try (MappingIterator<JsonNode> documents =
                YAML.readerFor(JsonNode.class).readValues(SEEDS.resolve(file).toFile())) {
            while (documents.hasNext()) {
                JsonNode document = documents.next();
                if (document.path("kind").asText().equals("HelmRelease")) {
                    document.findParents("namespace").forEach(each -> ((ObjectNode) each).put("namespace", namespace));
                    return document;
                }
            }
        }
        throw new IllegalArgumentException(file + " has no HelmRelease");
    }

    private static void config(ReleaseField field, String namespace, String name, String key, String text) {
        field.client()
                .resource(new ConfigMapBuilder()
                        .withNewMetadata()
                        .withName(name)
                        .withNamespace(namespace)
                        .endMetadata()
                        .withData(Map.of(key, text))
                        .build())
                .create();
    }

    private static void secret(ReleaseField field, String namespace, String name, String key, String text) {
        field.client()
                .resource(new SecretBuilder()
                        .withNewMetadata()
                        .withName(name)
                        .withNamespace(namespace)
                        .endMetadata()
                        .withStringData(Map.of(key, text))
                        .build())
                .create();
    }

    private static Map<String, String> data(ReleaseField field, String namespace, String name) {
        return field.client()
                .configMaps()
                .inNamespace(namespace)
                .withName(name)
                .get()
                .getData();
    }
}
