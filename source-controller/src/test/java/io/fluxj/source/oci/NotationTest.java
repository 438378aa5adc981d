package io.fluxj.source.oci;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxj.api.meta.Choice;
import io.fluxj.api.meta.Condition;
import io.fluxj.api.meta.GoDuration;
import io.fluxj.api.meta.LocalObjectReference;
import io.fluxj.api.source.v1.ArtifactVerification;
import io.fluxj.api.source.v1.LayerOperation;
import io.fluxj.api.source.v1.OCILayerSelector;
import io.fluxj.api.source.v1.OCIRepository;
import io.fluxj.api.source.v1.OCIRepositoryReference;
import io.fluxj.api.source.v1.OCIRepositorySpec;
import io.fluxj.api.source.v1.SignatureProvider;
import io.fluxj.oci.MediaType;
import io.fluxj.source.TestController;
import io.fluxj.testkit.ClusterTest;
import io.fluxj.testkit.KubeCluster;
import io.fluxj.testkit.RegistryServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.io.TempDir;

/** What a trust policy makes of an artifact that notation 1.3.2 signed. */
class NotationTest {
    private static final Path FIXTURES = Path.of("src/test/resources/notation");
    private static final String ARTIFACT = "sha256:e15cc5aad0c65a1ab9f84acd6b95e0eeaa731dd33228076c0852d3c83cb3c369";
    private static final String SIGNATURES = "sha256:c17c2cfb8bce26ab568b631f8d6cc419a075fdde26f4e418934737a1eb186426";
    /** The signer's certificate lasted two days. */
    private static final String SIGNED = """
            "level":"strict","override":{"authenticTimestamp":"log"}},"trustStores":["ca:any"],"trustedIdentities":["*"]""";

    private static final String AUDITED = SIGNED.replace("strict", "audit");

    @TempDir
    Path work;

    @ClusterTest
    void thePolicySaysWhatIsTakenAndWhatIsSaidOfIt(KubeCluster cluster) throws Exception {
        try (RegistryServer registry = RegistryServer.start(FIXTURES);
                TestController controller = TestController.start(cluster, work)) {
            registry.tag("app", "1.0.0", ARTIFACT, MediaType.OCI_MANIFEST);
            registry.tag("app", ARTIFACT.replace(':', '-'), SIGNATURES, MediaType.OCI_INDEX);
            secrets(controller);

            apply(cluster, registry, "forged");
            Condition refused = await(cluster, "Ready", "VerificationError");
            assertThat(refused.message())
                    .startsWith(
                            "failed to verify the signature using provider 'notation': signature verification failed"
                                    + " for all the signatures associated with ")
                    .contains("does not contain any trusted certificate");
            assertThat(read(cluster).getStatus().artifact()).isNull();

            apply(cluster, registry, "signed");
            await(cluster, "Ready", "Succeeded");
            assertThat(condition(cluster, "SourceVerified").map(Condition::message))
                    .hasValue("verified signature of revision 1.0.0@" + ARTIFACT);

            apply(cluster, registry, "nopolicy");
            assertThat(await(cluster, "SourceVerified", "VerificationError").message())
                    .isEqualTo(
                            "failed to verify the signature using provider 'notation': 'trustpolicy.json' not found in"
                                    + " secret '" + cluster.namespace() + "/nopolicy'");
            assertThat(read(cluster).getStatus().artifact()).isNotNull();

            apply(cluster, registry, "audited");
            await(cluster, "Ready", "Succeeded");
            assertThat(condition(cluster, "SourceVerified")).isEmpty();
        }
    }

    private static void secrets(TestController controller) throws IOException {
        controller.secret("signed", secret(SIGNED, "root.crt"));
        controller.secret("forged", secret(SIGNED, "me.test.crt"));
        controller.secret("audited", secret(AUDITED, "me.test.crt"));
        Map<String, String> nopolicy = new HashMap<>(secret(SIGNED, "root.crt"));
        nopolicy.remove("trustpolicy.json");
        controller.secret("nopolicy", nopolicy);
    }

    private static Map<String, String> secret(String trust, String certificate) throws IOException {
        return Map.of(
                "ca.crt",
                Files.readString(FIXTURES.resolve(certificate)),
                "trustpolicy.json",
                "{\"version\":\"1.0\",\"trustPolicies\":[{\"name\":\"all\",\"registryScopes\":[\"*\"],"
                        + "\"signatureVerification\":{" + trust + "}]}");
    }

    private static void apply(KubeCluster cluster, RegistryServer registry, String secret) {
        OCIRepository repository = new OCIRepository();
        repository.getMetadata().setName("app");
        repository.getMetadata().setNamespace(cluster.namespace());
        repository.setSpec(OCIRepositorySpec.builder()
                .url("oci://" + registry.address() + "/app")
                .ref(OCIRepositoryReference.builder().tag("1.0.0").build())
                .layerSelector(OCILayerSelector.builder()
                        .operation(Choice.of(LayerOperation.COPY))
                        .build())
                .interval(GoDuration.parse("1h"))
                .verify(ArtifactVerification.builder()
                        .provider(Choice.of(SignatureProvider.NOTATION))
                        .secretRef(LocalObjectReference.of(secret))
                        .build())
                .build());
        cluster.client().resource(repository).forceConflicts().serverSideApply();
    }

    private static Condition await(KubeCluster cluster, String type, String reason) {
        return Awaitility.await()
                .pollInSameThread()
                .atMost(Duration.ofMinutes(1))
                .until(() -> condition(cluster, type), found -> found.filter(
                                condition -> condition.reason().equals(reason))
                        .isPresent())
                .orElseThrow();
    }

    /** As it is for the present spec. */
    private static Optional<Condition> condition(KubeCluster cluster, String type) {
        OCIRepository repository = read(cluster);
        return repository.getStatus() == null
                ? Optional.empty()
                : repository.getStatus().conditions().stream()
                        .filter(condition -> condition.type().equals(type)
                                && Objects.equals(
                                        condition.observedGeneration(),
                                        repository.getMetadata().getGeneration()))
                        .findFirst();
    }

    private static OCIRepository read(KubeCluster cluster) {
        return cluster.client()
                .resources(OCIRepository.class)
                .inNamespace(cluster.namespace())
                .withName("app")
                .get();
    }
}
