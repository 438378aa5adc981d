package io.fluxj.runtime.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsExchange;
import com.sun.net.httpserver.HttpsServer;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fluxj.testkit.TestAuthority;
import io.fluxj.testkit.TestTls;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.SNIHostName;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A server whose certificate has another name than the addresses that lead to it. */
class NamedServerTest {
    private static final String NAME = "inner.test";

    private final TestAuthority authority = TestAuthority.create("clusters");
    private final Queue<String> askedFor = new ConcurrentLinkedQueue<>();
    private HttpsServer server;

    @BeforeEach
    void start() throws IOException {
        server = serving(List.of(NAME, "127.0.0.2"));
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private HttpsServer serving(List<String> names) throws IOException {
        HttpsServer made = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        made.setHttpsConfigurator(new HttpsConfigurator(TestTls.server(authority.issue("CN=kube", names))));
        made.createContext("/", this::answer);
        made.start();
        return made;
    }

    private void answer(HttpExchange exchange) throws IOException {
        var session = (ExtendedSSLSession) ((HttpsExchange) exchange).getSSLSession();
        session.getRequestedServerNames().forEach(name -> askedFor.add(((SNIHostName) name).getAsciiName()));
        byte[] body = "ok".getBytes(StandardCharsets.US_ASCII);
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private String ask(String host, String name) {
        Config config = new ConfigBuilder(Config.empty())
                .withAutoConfigure(false)
                .withMasterUrl("https://" + host + ":" + server.getAddress().getPort())
                .withCaCertData(Base64.getEncoder()
                        .encodeToString(authority.certificatePem().getBytes(StandardCharsets.US_ASCII)))
                .withTlsServerName(name)
                .withRequestRetryBackoffLimit(0)
                .build();
        try (KubernetesClient client = KubernetesClients.of(config)) {
            return Objects.requireNonNull(client.raw("/readyz"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "localhost"})
    void isAskedForAndProvesThatName(String host) {
        assertThat(ask(host, NAME)).isEqualTo("ok");
        assertThat(askedFor).containsExactly(NAME);
    }

    @Test
    void mayProveAnAddressThatNobodyIsAskedForBy() {
        assertThat(ask("localhost", "127.0.0.2")).isEqualTo("ok");
        assertThat(askedFor).isEmpty();
    }

    /** Else whoever can answer at the address could pose as the server. */
    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "localhost"})
    void isNotBelievedForItsAddress(String host) throws IOException {
        stop();
        server = serving(List.of("127.0.0.1", "localhost"));

        assertThatThrownBy(() -> ask(host, NAME)).isInstanceOf(KubernetesClientException.class);
        assertThat(askedFor).isEmpty();
    }

    @Test
    void isRefusedANameThatIsNone() {
        assertThatThrownBy(() -> ask("localhost", "in ner..test"))
                .isInstanceOf(KubernetesClientException.class)
                .hasMessage("tls-server-name 'in ner..test' is not the name of a host");
    }
}
