package io.fluxj.kustomization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fluxj.testkit.ClusterTest;
import io.fluxj.testkit.KubeCluster;
import java.util.List;

/** What an author is told of a spec that Flux would refuse: rules D2 and D4 of what guides show. */
final class SpecRemarksTest {

    private static final String NEITHER = """
            apiVersion: kustomize.toolkit.fluxcd.io/v1
            kind: Kustomization
            metadata: {name: apps, namespace: "{ns}", labels: {test: "{ns}"}}
            spec: {sourceRef: {kind: GitRepository, name: src}, path: ./apps}
            """;
    private static final String BOTH = NEITHER.replace("path:", "interval: 10m, prune: false, path:");
    private static final String WITH_VALIDATION = NEITHER.replace(
            "path:", "interval: 5m, prune: true, validation: client, patchesStrategicMerge: [{a: b}], path:");
    private static final String KUBECTL_APPLY = NEITHER.replace(
            "labels:",
            "annotations: {kubectl.kubernetes.io/last-applied-configuration: '{\"spec\":{\"prune\":false}}'}, labels:");
    private static final String ASSUMED = "ValueAssumed";
    private static final String IDLE = "FieldWithoutEffect";

    @ClusterTest
    void tellsOnceWhichValuesAreAssumed(KubeCluster cluster) throws Exception {
        try (KustomizeFixture fixture = KustomizeFixture.start(cluster)) {
            apply(cluster, NEITHER);

            awaitEvent(cluster, ASSUMED);
            fixture.request("apps", "again");
            awaitHandled(fixture, "again");

            assertThat(events(cluster, ASSUMED)).singleElement().satisfies(event -> {
                assertThat(event.getMessage())
                        .isEqualTo("spec.interval is not set, 10m is assumed; spec.prune is not set, false is assumed"
                                + " (what leaves the source stays in the cluster)");
                assertThat(event.getType()).isEqualTo("Normal");
                assertThat(event.getCount()).isEqualTo(1);
            });
        }
    }

    @ClusterTest
    void tellsItAgainOfAnotherSpec(KubeCluster cluster) throws Exception {
        try (KustomizeFixture fixture = KustomizeFixture.start(cluster)) {
            apply(cluster, NEITHER);
            awaitEvent(cluster, ASSUMED);

            apply(cluster, NEITHER.replace("path: ./apps", "path: ./others, prune: true"));

            await().atMost(KustomizeFixture.PATIENCE).untilAsserted(() -> assertThat(events(cluster, ASSUMED))
                    .extracting(Event::getMessage)
                    .contains("spec.interval is not set, 10m is assumed"));
            fixture.awaitMessage("apps", "spec.interval is not set, 10m is assumed"::equals);
        }
    }

    /** The API server notes for {@code kubectl apply} what it filled in as if kubectl had written it. */
    @ClusterTest
    void tellsItAlsoWhenKubectlAppliedOnTheClientsSide(KubeCluster cluster) throws Exception {
        try (KustomizeFixture _ = KustomizeFixture.start(cluster)) {
            cluster.client()
                    .raw(
                            "/apis/kustomize.toolkit.fluxcd.io/v1/namespaces/" + cluster.namespace()
                                    + "/kustomizations?fieldManager=kubectl-client-side-apply",
                            "POST",
                            object(cluster, KUBECTL_APPLY));

            awaitEvent(cluster, ASSUMED);

            assertThat(events(cluster, ASSUMED))
                    .extracting(Event::getMessage)
                    .containsExactly("spec.interval is not set, 10m is assumed");
        }
    }

    @ClusterTest
    void saysNothingOfValuesThatWereWritten(KubeCluster cluster) throws Exception {
        try (KustomizeFixture fixture = KustomizeFixture.start(cluster)) {
            apply(cluster, BOTH);
            fixture.awaitCondition("apps", "Ready", "False", "ArtifactFailed");
            fixture.request("apps", "again");
            awaitHandled(fixture, "again");

            assertThat(events(cluster, ASSUMED)).isEmpty();
            assertThat(events(cluster, IDLE)).isEmpty();
        }
    }

    @ClusterTest
    void warnsOnceOfFieldsThatOnlyOlderVersionsHad(KubeCluster cluster) throws Exception {
        try (KustomizeFixture fixture = KustomizeFixture.start(cluster)) {
            apply(cluster, WITH_VALIDATION);

            awaitEvent(cluster, IDLE);
            fixture.request("apps", "again");
            awaitHandled(fixture, "again");

            assertThat(events(cluster, IDLE)).singleElement().satisfies(event -> {
                assertThat(event.getMessage())
                        .startsWith("no effect in kustomize.toolkit.fluxcd.io/v1, remove from the manifest: ")
                        .contains("spec.validation", "spec.patchesStrategicMerge");
                assertThat(event.getType()).isEqualTo("Warning");
                assertThat(event.getCount()).isEqualTo(1);
            });
            assertThat(events(cluster, ASSUMED)).isEmpty();
        }
    }

    private static void apply(KubeCluster cluster, String manifest) throws Exception {
        cluster.client()
                .resource(object(cluster, manifest))
                .fieldManager("author")
                .forceConflicts()
                .serverSideApply();
    }

    private static GenericKubernetesResource object(KubeCluster cluster, String manifest) throws Exception {
        return new ObjectMapper(new YAMLFactory())
                .readValue(manifest.replace("{ns}", cluster.namespace()), GenericKubernetesResource.class);
    }

    private static void awaitEvent(KubeCluster cluster, String reason) {
        await(reason).atMost(KustomizeFixture.PATIENCE).until(() -> !events(cluster, reason)
                .isEmpty());
    }

    /** The pass that copies the token comes after those before it, and its events after theirs. */
    private static void awaitHandled(KustomizeFixture fixture, String token) {
        await(token)
                .atMost(KustomizeFixture.PATIENCE)
                .until(() -> fixture.get("apps").getStatus() != null
                        && token.equals(fixture.get("apps").getStatus().lastHandledReconcileAt()));
    }

    private static List<Event> events(KubeCluster cluster, String reason) {
        return cluster.client().v1().events().inNamespace(cluster.namespace()).list().getItems().stream()
                .filter(event -> event.getReason().equals(reason))
                .toList();
    }
}
