package io.fluxj.runtime.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.fluxj.runtime.secret.GitHubApp;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GitHubAppTokensTest {
    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");

    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final List<String> proofs = new CopyOnWriteArrayList<>();
    private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    private final GitHubAppTokens tokens = new GitHubAppTokens(new TokenCache(10, Duration.ofHours(1), clock), clock);
    private KeyPair keys;
    private HttpServer server;

    @BeforeEach
    void serve() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        keys = generator.generateKeyPair();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        answers.put(
                "POST /api/v3/app/installations/42/access_tokens",
                "{\"token\": \"ghs_one\", \"expires_at\": \"2026-01-01T13:00:00Z\"}");
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String question = exchange.getRequestMethod() + " " + exchange.getRequestURI();
        asked.add(question);
        proofs.add(exchange.getRequestHeaders().getFirst("Authorization"));
        byte[] body =
                answers.getOrDefault(question, "{\"message\": \"Not Found\"}").getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(answers.containsKey(question) ? 200 : 404, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private GitHubApp app(String id, String owner) {
        String key = "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder().encodeToString(keys.getPrivate().getEncoded())
                + "\n-----END PRIVATE KEY-----\n";
        return new GitHubApp(
                "7", id, owner, key, "http://127.0.0.1:" + server.getAddress().getPort() + "/api/v3");
    }

    @Test
    void provesThatItIsTheApp() throws Exception {
        AccessToken token = tokens.token(app("42", ""), HttpRoute.DIRECT);

        assertThat(token).isEqualTo(new AccessToken("ghs_one", Instant.parse("2026-01-01T13:00:00Z")));
        assertThat(token.toString()).doesNotContain("ghs_one");
        String[] proof = proofs.getFirst().replace("Bearer ", "").split("\\.", -1);
        assertThat(new String(Base64.getUrlDecoder().decode(proof[0]), StandardCharsets.UTF_8))
                .isEqualTo("{\"alg\":\"RS256\",\"typ\":\"JWT\"}");
        assertThat(new String(Base64.getUrlDecoder().decode(proof[1]), StandardCharsets.UTF_8))
                .isEqualTo("{\"iat\":1767268770,\"exp\":1767268890,\"iss\":\"7\"}");
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initVerify(keys.getPublic());
        signature.update((proof[0] + "." + proof[1]).getBytes(StandardCharsets.US_ASCII));
        assertThat(signature.verify(Base64.getUrlDecoder().decode(proof[2]))).isTrue();
    }

    @Test
    void asksOnceWhileATokenIsFresh() throws Exception {
        tokens.token(app("42", ""), HttpRoute.DIRECT);
        tokens.token(app("42", ""), HttpRoute.DIRECT);
        assertThat(asked).hasSize(1);
        assertThatExceptionOfType(IdentityException.class)
                .isThrownBy(() -> tokens.token(app("43", ""), HttpRoute.DIRECT))
                .withMessageContaining("/app/installations/43/access_tokens: 404");
    }

    @Test
    void findsTheInstallationOfAnOrganizationOrAUser() throws Exception {
        answers.put("GET /api/v3/users/jane/installation", "{\"id\": 42}");
        assertThat(tokens.token(app("", "jane"), HttpRoute.DIRECT).value()).isEqualTo("ghs_one");
        assertThat(asked)
                .containsExactly(
                        "GET /api/v3/orgs/jane/installation",
                        "GET /api/v3/users/jane/installation",
                        "POST /api/v3/app/installations/42/access_tokens");
        assertThatExceptionOfType(IdentityException.class)
                .isThrownBy(() -> tokens.token(app("", "nobody"), HttpRoute.DIRECT))
                .withMessageContaining("failed to find organization installation: ")
                .withMessageContaining("failed to find user installation: ");
    }

    @Test
    void asksAgainBeforeATokenExpires() throws Exception {
        TokenCache cache = new TokenCache(1, Duration.ofHours(1), clock);
        AccessToken late = new AccessToken("late", NOW);
        assertThat(cache.get("a", () -> late)).isEqualTo(late);
        AccessToken next = new AccessToken("next", NOW.plusSeconds(3600));
        assertThat(cache.get("a", () -> next)).isEqualTo(next);
        assertThat(cache.get("a", () -> late)).isEqualTo(next);
        assertThat(cache.get("b", () -> late)).isEqualTo(late);
        assertThat(cache.get("a", () -> late)).as("one is kept").isEqualTo(late);
    }
}
