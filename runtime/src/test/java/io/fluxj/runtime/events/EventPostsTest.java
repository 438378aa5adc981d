package io.fluxj.runtime.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fluxj.runtime.client.WriteFence;
import io.fluxj.runtime.client.WriteRefused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EventPostsTest {
    private static final ConfigMap OBJECT = new ConfigMapBuilder()
            .withNewMetadata()
            .withName("a")
            .withNamespace("b")
            .endMetadata()
            .build();
    private static final FluxEvent EVENT =
            FluxEvent.about(OBJECT, Severity.INFO, "Reason", "message", Map.of(), Instant.EPOCH);

    private final AtomicInteger requests = new AtomicInteger();
    private volatile WriteFence fence = WriteFence.none();
    private volatile int[] answers = {202};
    private final HttpServer server = server();

    @BeforeEach
    void startReceiver() {
        server.createContext("/", exchange -> {
            int number = requests.getAndIncrement();
            exchange.sendResponseHeaders(answers[Math.min(number, answers.length - 1)], -1);
            exchange.close();
        });
        server.start();
    }

    private static HttpServer server() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @AfterEach
    void stopReceiver() {
        server.stop(0);
    }

    private void post(int... receiverAnswers) throws InterruptedException {
        answers = receiverAnswers;
        URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
        new EventPosts(
                        address,
                        new EventPayload("test", ""),
                        HttpClient.newHttpClient()::send,
                        fence,
                        Duration.ofMillis(1))
                .send(EVENT);
    }

    @Test
    void aReceiverInTroubleIsAskedAgain() throws Exception {
        post(500, 503, 202);

        assertThat(requests.get()).isEqualTo(3);
    }

    @Test
    void fourRetriesAreEnough() throws Exception {
        post(500);

        assertThat(requests.get()).isEqualTo(5);
    }

    @Test
    void tooManyRequestsIsAnAnswer() throws Exception {
        post(429);

        assertThat(requests.get()).isEqualTo(1);
    }

    @Test
    void aLeaderThatLostItsLeaseTellsNothingMore() {
        AtomicInteger asked = new AtomicInteger();
        fence = () -> {
            if (asked.getAndIncrement() > 0) {
                throw new WriteRefused("the leader lease was lost");
            }
        };

        assertThatThrownBy(() -> post(503)).isInstanceOf(WriteRefused.class);
        assertThat(requests.get()).isEqualTo(1);
    }

    @Test
    void aRefusalIsFinal() throws Exception {
        post(400);

        assertThat(requests.get()).isEqualTo(1);
    }
}
