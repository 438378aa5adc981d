package io.fluxj.source.oci;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.api.model.ServiceAccountBuilder;
import io.fluxj.api.meta.Choice;
import io.fluxj.api.meta.Condition;
import io.fluxj.api.meta.GoDuration;
import io.fluxj.api.meta.LocalObjectReference;
import io.fluxj.api.source.v1.ArtifactVerification;
import io.fluxj.api.source.v1.OCIRepository;
import io.fluxj.api.source.v1.OCIRepositoryReference;
import io.fluxj.api.source.v1.OCIRepositorySpec;
import io.fluxj.api.source.v1.SignatureProvider;
import io.fluxj.oci.MediaType;
import io.fluxj.source.TestController;
import io.fluxj.testkit.ClusterTest;
import io.fluxj.testkit.KubeCluster;
import io.fluxj.testkit.RegistryServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.io.TempDir;

/** What the recorded scenarios do not show. */
class AccessTest {
    private static final Path FIXTURES = Path.of("src/test/resources/golden/source/fixtures");
    private static final String FIRST = "sha256:52b7e4bc6be50a672378e074eddd12ffaf7459c3d71d2a2d4a1506b47aa8e821";
    private static final String SECOND = "sha256:063b1fe96c258c8c69195fb5ffd0acd65836a879ea7c005689fa4fd16afa3b35";
    private static final String SIGNATURE = "sha256:fb40b2d8d918d5753ecdaa12668a4def9086bbe9639c4609614a63bf9d3d57e9";

    @TempDir
    Path work;

    @ClusterTest
    void whatTheSecretLacksTheServiceAccountMayHave(KubeCluster cluster) throws Exception {
        try (RegistryServer registry = RegistryServer.start(FIXTURES.resolve("oci/blobs"), "user", "pass");
                TestController controller = TestController.start(cluster, work)) {
            registry.tag("app", "1.0.0", FIRST, MediaType.OCI_MANIFEST);
            credentials(cluster, "elsewhere", "example.com");
            credentials(cluster, "here", registry.address());
            account(cluster, "puller", "here");
            apply(cluster, registry, spec -> spec.withSecretRef(LocalObjectReference.of("elsewhere")));
            assertThat(await(cluster, "OCIArtifactPullFailed").message()).contains("UNAUTHORIZED");

            apply(cluster, registry, spec -> spec.withSecretRef(LocalObjectReference.of("elsewhere"))
                    .withServiceAccountName("puller"));

            await(cluster, "Succeeded");
            assertThat(controller.store()).isNotEmptyDirectory();
        }
    }

    @ClusterTest
    void whatIsNotSignedIsNotTakenAndTheLastArtifactStays(KubeCluster cluster) throws Exception {
        try (RegistryServer registry = RegistryServer.start(FIXTURES.resolve("oci/blobs"));
                TestController controller = TestController.start(cluster, work)) {
            registry.tag("app", "1.0.0", FIRST, MediaType.OCI_MANIFEST);
            registry.tag("app", FIRST.replace(':', '-') + ".sig", SIGNATURE, MediaType.OCI_MANIFEST);
            controller.secret("keys", Map.of("a.pub", Files.readString(FIXTURES.resolve("keys/cosign_a.pub"))));
            apply(cluster, registry, AccessTest::verified);
            await(cluster, "Succeeded");

            registry.tag("app", "1.0.0", SECOND, MediaType.OCI_MANIFEST);
            apply(cluster, registry, spec -> verified(spec).withInterval(GoDuration.parse("2h")));

            assertThat(await(cluster, "VerificationError").message())
                    .isEqualTo("failed to verify the signature using provider 'cosign': no matching signatures were"
                            + " found for '" + registry.address() + "/app@" + SECOND + "'");
            assertThat(Objects.requireNonNull(read(cluster).getStatus().artifact())
                            .revision())
                    .isEqualTo("1.0.0@" + FIRST);
        }
    }

    private static OCIRepositorySpec verified(OCIRepositorySpec spec) {
        return spec.withVerify(ArtifactVerification.builder()
                .provider(Choice.of(SignatureProvider.COSIGN))
                .secretRef(LocalObjectReference.of("keys"))
                .build());
    }

    private static void credentials(KubeCluster cluster, String name, String host) {
        cluster.client()
                .resource(new SecretBuilder()
                        .withNewMetadata()
                        .withName(name)
                        .withNamespace(cluster.namespace())
                        .endMetadata()
                        .withType("kubernetes.io/dockerconfigjson")
                        .addToStringData(
                                ".dockerconfigjson",
                                "{\"auths\":{\"" + host + "\":{\"username\":\"user\",\"password\":\"pass\"}}}")
                        .build())
                .create();
    }

    private static void account(KubeCluster cluster, String name, String pullSecret) {
        cluster.client()
                .resource(new ServiceAccountBuilder()
                        .withNewMetadata()
                        .withName(name)
                        .withNamespace(cluster.namespace())
                        .endMetadata()
                        .addNewImagePullSecret(pullSecret)
                        .build())
                .create();
    }

    private static void apply(KubeCluster cluster, RegistryServer registry, UnaryOperator<OCIRepositorySpec> change) {
        OCIRepository repository = new OCIRepository();
        repository.getMetadata().setName("app");
        repository.getMetadata().setNamespace(cluster.namespace());
        repository.setSpec(change.apply(OCIRepositorySpec.builder()
                .url("oci://" + registry.address() + "/app")
                .ref(OCIRepositoryReference.builder().tag("1.0.0").build())
                .interval(GoDuration.parse("1h"))
                .build()));
        cluster.client().resource(repository).forceConflicts().serverSideApply();
    }

    /** Waits until Ready has this reason for the current generation. */
    private static Condition await(KubeCluster cluster, String reason) {
        return Awaitility.await()
                .pollInSameThread()
                .atMost(Duration.ofMinutes(2))
                .until(() -> ready(read(cluster)), ready -> ready.stream()
                        .anyMatch(condition -> condition.reason().equals(reason)))
                .getFirst();
    }

    private static List<Condition> ready(OCIRepository repository) {
        return repository.getStatus() == null
                ? List.of()
                : repository.getStatus().conditions().stream()
                        .filter(condition -> condition.type().equals("Ready")
                                && Objects.equals(
                                        condition.observedGeneration(),
                                        repository.getMetadata().getGeneration()))
                        .toList();
    }

    private static OCIRepository read(KubeCluster cluster) {
        return cluster.client()
                .resources(OCIRepository.class)
                .inNamespace(cluster.namespace())
                .withName("app")
                .get();
    }
}
