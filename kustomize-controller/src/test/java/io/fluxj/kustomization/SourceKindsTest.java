package io.fluxj.kustomization;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.GenericKubernetesResourceBuilder;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.fluxj.api.source.v1.GitRepository;
import io.fluxj.testkit.ClusterTest;
import io.fluxj.testkit.KubeCluster;
import java.util.Locale;
import java.util.Map;

/** Manifests come from any kind of source. */
final class SourceKindsTest {

    private static final Map<String, Map<String, Object>> SPECS = Map.of(
            "OCIRepository", Map.of("interval", "1h", "url", "oci://registry.invalid/manifests"),
            "Bucket", Map.of("interval", "1h", "endpoint", "minio.invalid", "bucketName", "manifests"),
            "ExternalArtifact", Map.of());

    @ClusterTest
    void appliesWhatTheyOffer(KubeCluster cluster) throws Exception {
        try (KustomizeFixture fixture =
                KustomizeFixture.start(cluster, "--feature-gates=ExternalArtifact=true", "--requeue-dependency=1h")) {
            for (String kind : SPECS.keySet()) {
                create(cluster, kind);
                fixture.kustomization(kind.toLowerCase(Locale.ROOT), spec(kind));
            }
            for (String kind : SPECS.keySet()) {
                String name = kind.toLowerCase(Locale.ROOT);
                fixture.awaitCondition(name, "Ready", "False", "ArtifactFailed");

                String revision = fixture.publish(Map.of("app/a.yaml", manifest(name)));
                offer(cluster, kind);

                fixture.awaitApplied(name, revision);
            }
        }
    }

    @ClusterTest
    void refusesExternalArtifactsUnlessTheirGateIsOn(KubeCluster cluster) throws Exception {
        try (KustomizeFixture fixture = KustomizeFixture.start(cluster)) {
            fixture.kustomization("app", spec("ExternalArtifact"));

            fixture.awaitCondition("app", "Stalled", "True", "AccessDenied");

            assertThat(fixture.condition("app", "Ready").orElseThrow().message())
                    .isEqualTo("can't access 'ExternalArtifact/%s/other', ExternalArtifact feature gate is disabled"
                            .formatted(fixture.namespace()));
        }
    }

    private static String manifest(String name) {
        return """
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: "%s", namespace: "{ns}"}
                """.formatted(name);
    }

    private static String spec(String kind) {
        return "path: app, sourceRef: {kind: %s, name: other}".formatted(kind);
    }

    private static void create(KubeCluster cluster, String kind) {
        GenericKubernetesResource source = new GenericKubernetesResourceBuilder()
                .withApiVersion("source.toolkit.fluxcd.io/v1")
                .withKind(kind)
                .withNewMetadata()
                .withNamespace(cluster.namespace())
                .withName("other")
                .endMetadata()
                .addToAdditionalProperties("spec", SPECS.get(kind))
                .build();
        cluster.client().resource(source).create();
    }

    /** The same as the GitRepository of the fixture. */
    private static void offer(KubeCluster cluster, String kind) {
        GitRepository repository = cluster.client()
                .resources(GitRepository.class)
                .inNamespace(cluster.namespace())
                .withName("src")
                .get();
        String patch = cluster.client()
                .getKubernetesSerialization()
                .asJson(Map.of(
                        "status", Map.of("artifact", repository.getStatus().artifact())));
        cluster.client()
                .genericKubernetesResources("source.toolkit.fluxcd.io/v1", kind)
                .inNamespace(cluster.namespace())
                .withName("other")
                .subresource("status")
                .patch(PatchContext.of(PatchType.JSON_MERGE), patch);
    }
}
