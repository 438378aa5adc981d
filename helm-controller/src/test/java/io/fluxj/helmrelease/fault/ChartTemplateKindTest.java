package io.fluxj.helmrelease.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.api.model.Event;
import io.fluxj.api.source.v1.OCIRepository;
import io.fluxj.runtime.start.RunningController;
import io.fluxj.testkit.ClusterTest;
import io.fluxj.testkit.KubeCluster;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;

/** {@code spec.chart.kind: OCIRepository}. Source: flux-2.10 §8. */
class ChartTemplateKindTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder = Path.of("");

    @ClusterTest
    void makesAnOciRepositoryThatIsTheChartAndDeletesItWhenItIsNotWantedAnyMore(KubeCluster cluster) throws Exception {
        try (ReleaseField field = ReleaseField.open(cluster, folder);
                RunningController _ = field.controller()) {
            String namespace = field.plot();
            field.releaseOf(
                    namespace,
                    "chart: {kind: OCIRepository, metadata: {labels: {team: a}}, spec: {url: 'oci://example.com/app', ref: {tag: 1.0.0}, timeout: 20s}}");

            await("the repository").atMost(ReleaseField.PATIENCE).until(() -> repository(field, namespace) != null);
            JsonNode made = JSON.valueToTree(repository(field, namespace));
            assertThat(made.at("/metadata/labels"))
                    .isEqualTo(JSON.createObjectNode()
                            .put("helm.toolkit.fluxcd.io/name", "app")
                            .put("helm.toolkit.fluxcd.io/namespace", namespace)
                            .put("team", "a"));
            assertThat(made.path("spec")).isEqualTo(JSON.readTree("""
                            {"url": "oci://example.com/app", "ref": {"tag": "1.0.0"},
                            "layerSelector": {"mediaType": "application/vnd.cncf.helm.chart.content.v1.tar+gzip", "operation": "copy"},
                            "provider": "generic", "interval": "1h0m0s", "timeout": "20s"}"""));

            field.offer(OCIRepository.class, namespace, namespace + "-app", "1.0.0@sha256:0123456789abcdef");
            field.request(namespace, "it is there");
            field.awaitSettled(namespace);
            assertThat(field.condition(namespace, "Ready"))
                    .isEqualTo("True InstallSucceeded Helm install succeeded for release " + namespace
                            + "/app.v1 with chart app@1.0.0+0123456789ab");
            assertThat(field.status(namespace).helmChart())
                    .isEqualTo("OCIRepository/" + namespace + "/" + namespace + "-app");

            field.release(namespace, "values: {msg: two}");
            await("the repository is gone")
                    .atMost(ReleaseField.PATIENCE)
                    .until(() -> repository(field, namespace) == null);
            await("events").atMost(ReleaseField.PATIENCE).untilAsserted(() -> assertThat(events(field, namespace))
                    .containsExactlyInAnyOrder(
                            "OCIRepositoryCreated Created OCIRepository/" + namespace + "/" + namespace + "-app",
                            "OCIRepositoryDeleted deleted 'OCIRepository/" + namespace + "/" + namespace + "-app'"));
        }
    }

    private static @Nullable OCIRepository repository(ReleaseField field, String namespace) {
        return field.client()
                .resources(OCIRepository.class)
                .inNamespace(namespace)
                .withName(namespace + "-app")
                .get();
    }

    private static List<String> events(ReleaseField field, String namespace) {
        return field.client().v1().events().inNamespace(namespace).list().getItems().stream()
                .filter(event -> event.getReason().startsWith("OCIRepository"))
                .map((Event event) -> event.getReason() + " " + event.getMessage())
                .toList();
    }
}
