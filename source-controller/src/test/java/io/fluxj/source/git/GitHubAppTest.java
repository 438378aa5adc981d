package io.fluxj.source.git;

import static io.fluxj.source.TestController.condition;
import static io.fluxj.source.TestController.has;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
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
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;

/** A server on this machine stands for api.github.com, another for github.com. */
class GitHubAppTest {
    private static final String TOKEN = "ghs_token-that-leaks";

    @TempDir
    Path work;

    private static GitRepositorySpec asApp(GitRepositorySpec spec, String secret) {
        return spec.withRef(GitRepositoryReference.builder().branch("main").build())
                .withProvider(Choice.of(GitProvider.GITHUB))
                .withSecretRef(LocalObjectReference.of(secret));
    }

    private static HttpServer api() throws Exception {
        HttpServer api = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        api.createContext("/app/installations/42/access_tokens", exchange -> {
            byte[] answer = ("{\"token\":\"" + TOKEN + "\",\"expires_at\":\"2999-01-01T00:00:00Z\"}")
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(201, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        api.start();
        return api;
    }

    private GitHttpServer git() throws Exception {
        String wanted = "Basic "
                + Base64.getEncoder().encodeToString(("x-access-token:" + TOKEN).getBytes(StandardCharsets.UTF_8));
        return GitHttpServer.start(
                GitHttpServer.Options.of(work.resolve("repos")).withHook(exchange -> {
                    if (wanted.equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
                        return RequestHook.NONE.decide(exchange);
                    }
                    exchange.sendResponseHeaders(401, -1);
                    return new Decision.Answered();
                }));
    }

    private static Map<String, String> secret(HttpServer api, String installation) throws Exception {
        KeyPairGenerator keys = KeyPairGenerator.getInstance("RSA");
        keys.initialize(2048);
        String key = Base64.getMimeEncoder()
                .encodeToString(keys.generateKeyPair().getPrivate().getEncoded());
        return new HashMap<>(Map.of(
                "githubAppID",
                "7",
                "githubAppInstallationID",
                installation,
                "githubAppPrivateKey",
                "-----BEGIN PRIVATE KEY-----\n" + key + "\n-----END PRIVATE KEY-----\n",
                "githubAppBaseURL",
                "http://127.0.0.1:" + api.getAddress().getPort()));
    }

    @ClusterTest
    void fetchesAsAnInstallation(KubeCluster cluster) throws Exception {
        TestRepository.create(work.resolve("repos"), "app.git").commit(Map.of("a.yaml", "a: 1\n"));
        HttpServer api = api();
        try (GitHttpServer git = git();
                TestController controller = TestController.start(cluster, work)) {
            String url = git.url() + "/app.git";
            controller.secret("app", secret(api, "42"));
            controller.apply(url, spec -> asApp(spec, "app"));
            controller.await(has("Ready", "Succeeded"));

            controller.secret("other", secret(api, "43"));
            controller.apply(url, spec -> asApp(spec, "other"));
            assertThat(condition(controller.await(has("FetchFailed", "AuthenticationFailed")), "Ready")
                            .orElseThrow()
                            .message())
                    .startsWith("failed to configure authentication options: POST http://127.0.0.1:")
                    .contains("/app/installations/43/access_tokens: 404");

            Map<String, String> doubled = secret(api, "42");
            doubled.put("githubAppInstallationOwner", "jane");
            controller.secret("doubled", doubled);
            controller.apply(url, spec -> asApp(spec, "doubled"));
            controller.await(now -> has("FetchFailed", "AuthenticationFailed").test(now)
                    && condition(now, "Ready")
                            .orElseThrow()
                            .message()
                            .endsWith("only one of app installation owner or ID must be provided to use github app"
                                    + " authentication"));

            controller.secret("user", Map.of("username", "u", "password", "p"));
            controller.apply(url, spec -> asApp(spec, "user"));
            controller.await(has("FetchFailed", "InvalidProviderConfiguration"));
            assertThat(controller.everythingSaid()).doesNotContain("that-leaks");
        } finally {
            api.stop(0);
        }
    }
}
