package io.fluxj.apply.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fluxj.apply.ObjectRef;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How answers that a healthy API server rarely gives are taken. */
class TransportTest {
    private static final ObjectRef MAP = new ObjectRef("", "v1", "ConfigMap", "ns", "a");
    private static final String KINDS =
            "{\"resources\":[{\"name\":\"configmaps\",\"kind\":\"ConfigMap\",\"namespaced\":true}]}";
    private static final String FOUND = "{\"kind\":\"ConfigMap\",\"metadata\":{\"name\":\"a\"}}";

    private final Queue<Answer> answers = new ArrayDeque<>();
    private final Queue<String> asked = new ConcurrentLinkedQueue<>();
    private HttpServer server;
    private KubernetesClient client;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        client = new KubernetesClientBuilder()
                .withConfig(new ConfigBuilder()
                        .withAutoConfigure(false)
                        .withMasterUrl("http://127.0.0.1:" + server.getAddress().getPort())
                        .build())
                .build();
    }

    @AfterEach
    void stop() {
        client.close();
        server.stop(0);
    }

    @Test
    void asksABusyServerAgain() {
        answers.addAll(List.of(new Answer(200, KINDS), busy(429), busy(503), new Answer(200, FOUND)));

        assertThat(Cluster.of(client).get(MAP)).isPresent();
        assertThat(asked).hasSize(4);
    }

    @Test
    void takesARefusalAsItIs() {
        answers.addAll(List.of(
                new Answer(200, KINDS),
                new Answer(
                        500,
                        "{\"kind\":\"Status\",\"code\":500,\"message\":\"failed to create typed patch object\"}")));

        assertThatThrownBy(() -> Cluster.of(client).get(MAP))
                .isInstanceOfSatisfying(
                        ApiException.class, e -> assertThat(e.code()).isEqualTo(500))
                .hasMessage("failed to create typed patch object");
        assertThat(asked).hasSize(2);
    }

    @Test
    void doubtsTheRefusalOfWhatWasSentBeforeAndNeverAnswered() {
        answers.addAll(List.of(
                new Answer(200, KINDS),
                new Answer(0, ""),
                new Answer(409, "{\"kind\":\"Status\",\"reason\":\"AlreadyExists\",\"message\":\"it is there\"}")));

        assertThatThrownBy(() -> Cluster.of(client).create(MAP, Json.object().put("kind", "ConfigMap"), "test"))
                .isInstanceOfSatisfying(ApiException.class, e -> {
                    assertThat(e.conflict()).isTrue();
                    assertThat(e.inDoubt()).isTrue();
                })
                .hasMessage("it is there");
        assertThat(asked).hasSize(3);
    }

    @Test
    void saysSoWhenTheAnswerIsNoJson() {
        answers.addAll(List.of(new Answer(200, KINDS), new Answer(200, "<html>a proxy</html>")));

        assertThatThrownBy(() -> Cluster.of(client).get(MAP))
                .isInstanceOf(ApiException.class)
                .hasMessageContaining("not JSON");
    }

    @Test
    void saysTheStatusWhenARefusalIsNoJson() {
        answers.addAll(List.of(new Answer(200, KINDS), new Answer(502, "<html>Bad Gateway</html>")));

        assertThatThrownBy(() -> Cluster.of(client).get(MAP))
                .isInstanceOf(ApiException.class)
                .hasMessage("HTTP 502");
    }

    @Test
    void asksForKindsAgainWhenOneIsMissing() {
        answers.addAll(List.of(new Answer(200, "{\"resources\":[]}"), new Answer(200, KINDS), new Answer(200, FOUND)));
        Cluster cluster = Cluster.of(client);

        assertThatThrownBy(() -> cluster.get(MAP))
                .isInstanceOf(UnknownKindException.class)
                .hasMessage("no matches for kind \"ConfigMap\" in version \"v1\"");
        assertThat(cluster.get(MAP)).isPresent();
    }

    @Test
    void aNameCannotLeaveItsPath() {
        answers.addAll(List.of(new Answer(200, KINDS), new Answer(200, FOUND)));

        Cluster.of(client).get(new ObjectRef("", "v1", "ConfigMap", "ns", "../../secrets/s?x=y#z"));

        assertThat(asked).last().isEqualTo("GET /api/v1/namespaces/ns/configmaps/..%2F..%2Fsecrets%2Fs%3Fx%3Dy%23z");
    }

    private static Answer busy(int code) {
        return new Answer(code, "{\"kind\":\"Status\",\"message\":\"busy\"}");
    }

    private void answer(HttpExchange exchange) throws IOException {
        asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI().getRawPath());
        Answer answer = answers.remove();
        if (answer.code() == 0) {
            exchange.close();
            return;
        }
        byte[] body = answer.body().getBytes(UTF_8);
        exchange.sendResponseHeaders(answer.code(), body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private record Answer(int code, String body) {}
}
