package io.fluxj.source.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ServiceAccountBuilder;
import io.fluxj.api.meta.Choice;
import io.fluxj.api.meta.Condition;
import io.fluxj.api.meta.GoDuration;
import io.fluxj.api.meta.LocalObjectReference;
import io.fluxj.api.meta.RegistryProvider;
import io.fluxj.api.source.v1.LayerOperation;
import io.fluxj.api.source.v1.OCILayerSelector;
import io.fluxj.api.source.v1.OCIRepository;
import io.fluxj.api.source.v1.OCIRepositoryReference;
import io.fluxj.api.source.v1.OCIRepositorySpec;
import io.fluxj.source.TestController;
import io.fluxj.testkit.ClusterTest;
import io.fluxj.testkit.KubeCluster;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.io.TempDir;

/** An OCIRepository in a registry of a cloud that lets the service account in which it names. */
class CloudLoginTest {
    private static final Path BLOBS = Path.of("src/test/resources/notation");
    private static final String ARTIFACT = "sha256:e15cc5aad0c65a1ab9f84acd6b95e0eeaa731dd33228076c0852d3c83cb3c369";
    private static final String HOST = "012345678901.dkr.ecr.eu-west-1.amazonaws.com";

    @TempDir
    Path work;

    @ClusterTest
    void theCloudVouchesForTheServiceAccount(KubeCluster cluster) throws Exception {
        try (FakeAmazon amazon = FakeAmazon.start(BLOBS, ARTIFACT);
                TestController controller = TestController.start(
                        cluster,
                        work,
                        Map.of(
                                "AWS_ENDPOINT_URL_STS", amazon.address() + "/sts",
                                "AWS_ENDPOINT_URL_ECR", amazon.address() + "/ecr"),
                        List.of("--feature-gates=ObjectLevelWorkloadIdentity=true"))) {
            controller.secret("proxy", Map.of("address", amazon.address()));
            account(cluster, "stranger", "");
            account(cluster, "reader", "arn:aws:iam::012345678901:role/reader");

            apply(cluster, spec -> spec.withServiceAccountName("stranger"));
            assertThat(await(cluster, "AuthenticationFailed").message())
                    .isEqualTo("failed to get credential from 'aws': serviceaccount '" + cluster.namespace()
                            + "/stranger': invalid eks.amazonaws.com/role-arn annotation: ''");
            assertThat(amazon.posted).isEmpty();

            apply(cluster, spec -> spec.withServiceAccountName("reader"));
            await(cluster, "Succeeded");
            assertThat(amazon.posted.getFirst())
                    .contains("RoleSessionName=reader." + cluster.namespace())
                    .contains("WebIdentityToken=ey");
            assertThat(everythingSaid(cluster)).doesNotContain("canary").doesNotContain("eyJ");
        }
    }

    @ClusterTest
    void withoutTheGateNoObjectNamesAnAccount(KubeCluster cluster) throws Exception {
        try (TestController controller = TestController.start(cluster, work)) {
            controller.secret("proxy", Map.of("address", "http://127.0.0.1:1"));
            account(cluster, "reader", "");
            apply(cluster, spec -> spec.withServiceAccountName("reader"));
            await(cluster, "FeatureGateDisabled");
            apply(cluster, spec -> spec.withUrl("oci://ghcr.io/org/app"));
            assertThat(await(cluster, "AuthenticationFailed").message())
                    .startsWith("failed to get credential from 'aws': invalid AWS registry: 'ghcr.io'");
        }
    }

    private static void account(KubeCluster cluster, String name, String role) {
        cluster.client()
                .resource(new ServiceAccountBuilder()
                        .withNewMetadata()
                        .withName(name)
                        .withNamespace(cluster.namespace())
                        .withAnnotations(role.isEmpty() ? Map.of() : Map.of("eks.amazonaws.com/role-arn", role))
                        .endMetadata()
                        .build())
                .create();
    }

    private static void apply(KubeCluster cluster, UnaryOperator<OCIRepositorySpec> change) {
        OCIRepository repository = new OCIRepository();
        repository.getMetadata().setName("app");
        repository.getMetadata().setNamespace(cluster.namespace());
        repository.setSpec(change.apply(OCIRepositorySpec.builder()
                .url("oci://" + HOST + "/team/app")
                .provider(Choice.of(RegistryProvider.AWS))
                .insecure(true)
                .proxySecretRef(LocalObjectReference.of("proxy"))
                .ref(OCIRepositoryReference.builder().tag("1.0.0").build())
                .layerSelector(OCILayerSelector.builder()
                        .operation(Choice.of(LayerOperation.COPY))
                        .build())
                .interval(GoDuration.parse("1h"))
                .build()));
        cluster.client().resource(repository).forceConflicts().serverSideApply();
    }

    private static Condition await(KubeCluster cluster, String reason) {
        return Awaitility.await()
                .pollInSameThread()
                .atMost(Duration.ofMinutes(1))
                .until(() -> ready(cluster), found -> found.stream()
                        .anyMatch(condition -> condition.reason().equals(reason)))
                .getFirst();
    }

    private static List<Condition> ready(KubeCluster cluster) {
        OCIRepository repository = read(cluster);
        return repository.getStatus() == null
                ? List.of()
                : repository.getStatus().conditions().stream()
                        .filter(condition -> condition.type().equals("Ready")
                                && Objects.equals(
                                        condition.observedGeneration(),
                                        repository.getMetadata().getGeneration()))
                        .toList();
    }

    private static String everythingSaid(KubeCluster cluster) {
        return read(cluster).getStatus() + "\n"
                + cluster.client()
                        .v1()
                        .events()
                        .inNamespace(cluster.namespace())
                        .list()
                        .getItems();
    }

    private static OCIRepository read(KubeCluster cluster) {
        return cluster.client()
                .resources(OCIRepository.class)
                .inNamespace(cluster.namespace())
                .withName("app")
                .get();
    }
}
