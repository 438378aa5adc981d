package io.fluxj.source.cloud;

import static io.fluxj.source.TestController.condition;
import static io.fluxj.source.TestController.has;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import io.fabric8.kubernetes.api.model.ServiceAccountBuilder;
import io.fluxj.api.meta.Choice;
import io.fluxj.api.meta.LocalObjectReference;
import io.fluxj.api.source.v1.GitProvider;
import io.fluxj.api.source.v1.GitRepositoryReference;
import io.fluxj.api.source.v1.GitRepositorySpec;
import io.fluxj.git.serve.GitHttpServer;
import io.fluxj.git.serve.RequestHook;
import io.fluxj.git.serve.RequestHook.Decision;
import io.fluxj.source.TestController;
import io.fluxj.source.TestRepository;
import io.fluxj.testkit.ClusterTest;
import io.fluxj.testkit.KubeCluster;
import io.fluxj.testkit.TestAuthority;
import io.fluxj.testkit.TestTls;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.io.TempDir;

/** GitRepositories on servers of clouds that let service accounts, or the controller, in. One server stands for all of them. */
class GitInCloudsTest {
    private static final String AZURE = "https://dev.azure.com/fleet/app.git";
    private static final String AWS = "https://git-codecommit.eu-west-1.amazonaws.com/fleet/app.git";
    private static final String GOOGLE = "https://fleet-1-git.europe-west1.sourcemanager.dev/fleet/app.git";

    /** What each server wants to be shown. */
    private static final Map<String, String> WANTED = Map.of(
            "dev.azure.com",
            "Bearer canary-token",
            "git-codecommit.eu-west-1.amazonaws.com",
            "AKIA1:[0-9]{8}T[0-9]{6}Z[0-9a-f]{64}",
            "fleet-1-git.europe-west1.sourcemanager.dev",
            "oauth2accesstoken:canary-token");

    @TempDir
    Path work;

    private GitHttpServer git(TestAuthority authority) throws IOException {
        return GitHttpServer.start(GitHttpServer.Options.of(work.resolve("repos"))
                .withTls(TestTls.server(authority.issue("CN=clouds", List.copyOf(WANTED.keySet()))))
                .withHook(GitInCloudsTest::decide));
    }

    private static Decision decide(HttpExchange exchange) throws IOException {
        String host = exchange.getRequestHeaders().getFirst("Host");
        String given = Objects.requireNonNullElse(exchange.getRequestHeaders().getFirst("Authorization"), "");
        String shown = given.startsWith("Basic ")
                ? new String(Base64.getDecoder().decode(given.substring("Basic ".length())), UTF_8)
                : given;
        if (shown.matches(WANTED.getOrDefault(host, "nothing"))) {
            return RequestHook.NONE.decide(exchange);
        }
        exchange.sendResponseHeaders(401, -1);
        return new Decision.Answered();
    }

    private static UnaryOperator<GitRepositorySpec> of(GitProvider provider) {
        return spec -> spec.withRef(
                        GitRepositoryReference.builder().branch("main").build())
                .withProvider(Choice.of(provider))
                .withSecretRef(LocalObjectReference.of("authority"))
                .withProxySecretRef(LocalObjectReference.of("proxy"));
    }

    @ClusterTest
    void theCloudsVouch(KubeCluster cluster) throws Exception {
        TestRepository.create(work.resolve("repos/fleet"), "app.git").commit(Map.of("a.yaml", "a: 1\n"));
        TestAuthority authority = TestAuthority.create("clouds");
        try (GitHttpServer git = git(authority);
                CloudTunnel tunnel = CloudTunnel.to(git.url().getPort());
                TestController controller = TestController.start(
                        cluster,
                        work,
                        Map.of(
                                "AZURE_AUTHORITY_HOST",
                                "http://" + tunnel.place(),
                                "GCE_METADATA_HOST",
                                tunnel.place(),
                                "AWS_ACCESS_KEY_ID",
                                "AKIA1",
                                "AWS_SECRET_ACCESS_KEY",
                                "canary-key"),
                        List.of("--feature-gates=ObjectLevelWorkloadIdentity=true"))) {
            controller.secret("authority", Map.of("ca.crt", authority.certificatePem()));
            controller.secret("proxy", Map.of("address", "http://" + tunnel.place()));
            account(cluster);

            controller.apply(AZURE, spec -> of(GitProvider.AZURE).apply(spec).withServiceAccountName("reader"));
            controller.await(has("Ready", "Succeeded"));
            assertThat(tunnel.asked.getFirst()).contains("/tenant1/oauth2/v2.0/token");
            controller.apply(AWS, of(GitProvider.AWS));
            controller.await(has("Ready", "Succeeded"));
            controller.apply(GOOGLE, of(GitProvider.GCP));
            controller.await(has("Ready", "Succeeded"));

            controller.apply("https://" + tunnel.place() + "/fleet/app.git", of(GitProvider.GCP));
            assertThat(condition(controller.await(has("FetchFailed", "AuthenticationFailed")), "Ready")
                            .orElseThrow()
                            .message())
                    .startsWith("failed to configure authentication options: invalid Secure Source Manager address");
            assertThat(controller.everythingSaid()).doesNotContain("canary");
        }
    }

    private static void account(KubeCluster cluster) {
        cluster.client()
                .resource(new ServiceAccountBuilder()
                        .withNewMetadata()
                        .withName("reader")
                        .withNamespace(cluster.namespace())
                        .withAnnotations(Map.of(
                                "azure.workload.identity/client-id",
                                "client1",
                                "azure.workload.identity/tenant-id",
                                "tenant1"))
                        .endMetadata()
                        .build())
                .create();
    }
}
