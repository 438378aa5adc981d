package io.fluxj.sops.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.fluxj.sops.key.KeyException;
import io.fluxj.sops.key.MasterKey;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The transit engine's API as Vault documents it; the answers are those of a Vault. */
final class VaultKeyServiceTest {
    private static final String CIPHER_TEXT = "vault:v1:abc";

    @SuppressWarnings("NullAway.Init")
    private HttpServer server;

    private String seen = "";
    private int status = 200;
    private String answer = "{\"request_id\":\"x\",\"data\":{\"plaintext\":\"AQID\"}}";

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            seen = exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                    + exchange.getRequestHeaders().getFirst("X-Vault-Token") + " "
                    + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)
                            .replaceAll("\\s", "");
            byte[] body = answer.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Location", "http://127.0.0.1:9/elsewhere");
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private byte[] decrypt(String address, String engine) throws KeyException {
        HttpClient client = HttpClient.newHttpClient();
        VaultKeyService service = new VaultKeyService(client, this::token, Duration.ofSeconds(10));
        return service.decrypt(new MasterKey.Vault(address, engine, "my-key", CIPHER_TEXT));
    }

    private String token(URI address) throws KeyException {
        if (!address.toString().equals(address())) {
            throw new KeyException("no token for " + address);
        }
        return "the-token";
    }

    @Test
    void asksTheEngineOfTheKey() throws KeyException {
        assertThat(decrypt(address(), "team/transit")).containsExactly(1, 2, 3);
        assertThat(seen)
                .isEqualTo("PUT /v1/team/transit/decrypt/my-key the-token {\"ciphertext\":\"" + CIPHER_TEXT + "\"}");
    }

    @Test
    void tellsWhatTheServerSaysAndNeverTheToken() {
        status = 403;
        answer = "{\"errors\":[\"1 error occurred: permission denied\"]}";
        assertThatThrownBy(() -> decrypt(address(), "transit"))
                .hasMessage("failed to decrypt sops data key from Vault transit backend 'transit/decrypt/my-key':"
                        + " Error making API request. Code: 403. 1 error occurred: permission denied");
    }

    @Test
    void carriesTheTokenNowhereElse() {
        status = 307;
        assertThatThrownBy(() -> decrypt(address(), "transit")).hasMessageContaining("Code: 307");
        assertThatThrownBy(() -> decrypt("http://127.0.0.1:9", "transit")).hasMessageContaining("no token for");
        assertThatThrownBy(() -> new VaultKeyService(
                        HttpClient.newBuilder()
                                .followRedirects(HttpClient.Redirect.NORMAL)
                                .build(),
                        this::token,
                        Duration.ofSeconds(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesOtherPathsAndSchemes() {
        for (String engine : new String[] {"../sys", "transit//x", "", "transit?x=y#"}) {
            assertThatThrownBy(() -> decrypt(address(), engine)).isInstanceOf(KeyException.class);
        }
        for (String address : new String[] {"file:///etc", "http://user@127.0.0.1", "", "http://", ":"}) {
            assertThatThrownBy(() -> decrypt(address, "transit")).hasMessageContaining("malformed");
        }
    }

    @Test
    void answersToNonsense() {
        for (String each :
                new String[] {"", "{", "[]", "{\"data\":{}}", "{\"data\":{\"plaintext\":\"?\"}}", "x".repeat(100_000)
                }) {
            answer = each;
            assertThatThrownBy(() -> decrypt(address(), "transit")).isInstanceOf(KeyException.class);
        }
    }
}
