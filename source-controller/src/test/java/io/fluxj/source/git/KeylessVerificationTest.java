package io.fluxj.source.git;

import static io.fluxj.source.TestController.condition;
import static io.fluxj.source.TestController.has;
import static org.assertj.core.api.Assertions.assertThat;

import io.fluxj.api.meta.Choice;
import io.fluxj.api.meta.LocalObjectReference;
import io.fluxj.api.source.v1.GitRepository;
import io.fluxj.api.source.v1.GitRepositoryReference;
import io.fluxj.api.source.v1.GitRepositorySpec;
import io.fluxj.api.source.v1.GitRepositoryVerification;
import io.fluxj.api.source.v1.GitSignatureProvider;
import io.fluxj.api.source.v1.OidcIdentity;
import io.fluxj.source.TestController;
import io.fluxj.source.TestRepository;
import io.fluxj.testkit.ClusterTest;
import io.fluxj.testkit.FakeSigstore;
import io.fluxj.testkit.GitTestServer;
import io.fluxj.testkit.KubeCluster;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;

/** {@code spec.verify.provider: cosign}: commits as gitsign signs them. */
class KeylessVerificationTest {
    @TempDir
    Path work;

    private static GitRepositorySpec verified(GitRepositorySpec spec, String subject, String interval) {
        return spec.withRef(GitRepositoryReference.builder().branch("main").build())
                .withInterval(new io.fluxj.api.meta.GoDuration(interval))
                .withVerify(GitRepositoryVerification.builder()
                        .provider(Choice.of(GitSignatureProvider.COSIGN))
                        .matchOIDCIdentity(List.of(OidcIdentity.builder()
                                .issuer("^https://token\\.actions")
                                .subject(subject)
                                .build()))
                        .trustedRootSecretRef(LocalObjectReference.of("root"))
                        .build());
    }

    @ClusterTest
    void storesWhatTheNamedOneSignedAndNothingElse(KubeCluster cluster) throws Exception {
        FakeSigstore sigstore = new FakeSigstore();
        TestRepository repository = TestRepository.create(work.resolve("repos"), "app.git");
        String signed = repository.signed(Map.of("a.yaml", "a: 1\n"), sigstore::commit);
        try (GitTestServer server = GitTestServer.start(work.resolve("repos"));
                TestController controller = TestController.start(cluster, work)) {
            controller.secret("root", Map.of("trusted_root.json", sigstore.trustedRoot()));
            controller.apply(server.url("app.git"), spec -> verified(spec, "^https://github.com/org/", "1h"));

            GitRepository stored = controller.await(has("SourceVerified", "Succeeded"));
            assertThat(condition(stored, "SourceVerified").orElseThrow().message())
                    .contains(signed)
                    .contains(FakeSigstore.SUBJECT)
                    .contains(FakeSigstore.ISSUER);
            controller.await(found -> found.getStatus().artifact() != null);

            repository.signed(Map.of("a.yaml", "a: 2\n"), new FakeSigstore()::commit);
            controller.apply(server.url("app.git"), spec -> verified(spec, "^https://github.com/org/", "2h"));

            GitRepository refused = controller.await(has("SourceVerified", "InvalidCommitSignature"));
            assertThat(TestController.artifact(refused).revision()).endsWith(signed);
            assertThat(condition(refused, "Ready").orElseThrow().status().text())
                    .isEqualTo("False");
        }
    }

    @ClusterTest
    void refusesWhatSomebodyElseSigned(KubeCluster cluster) throws Exception {
        FakeSigstore sigstore = new FakeSigstore();
        TestRepository.create(work.resolve("repos"), "app.git").signed(Map.of("a.yaml", "a: 1\n"), sigstore::commit);
        try (GitTestServer server = GitTestServer.start(work.resolve("repos"));
                TestController controller = TestController.start(cluster, work)) {
            controller.secret("root", Map.of("trusted_root.json", sigstore.trustedRoot()));
            controller.apply(server.url("app.git"), spec -> verified(spec, "^https://github.com/others/", "1h"));

            GitRepository refused = controller.await(has("SourceVerified", "InvalidCommitSignature"));
            assertThat(condition(refused, "SourceVerified").orElseThrow().message())
                    .contains("none of the expected identities matched");
            assertThat(refused.getStatus().artifact()).isNull();
        }
    }
}
