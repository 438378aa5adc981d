package io.fluxj.runtime.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxj.runtime.http.HttpAnswer;
import io.fluxj.runtime.http.HttpServer;
import io.fluxj.runtime.http.ServerBounds;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class HttpClientMetersTest {
    private final ControllerMetrics metrics = new ControllerMetrics(new PrometheusRegistry());

    /** Addresses may hold what is secret, and there is no end of them. */
    @Test
    void countRequestsByOutcomeAndNotByAddress() throws Exception {
        InetSocketAddress free = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        try (HttpServer server =
                        HttpServer.start("test", free, ServerBounds.DEFAULT, request -> HttpAnswer.text(404, "no"));
                HttpClient client = HttpClient.newHttpClient()) {
            HttpClient metered = metrics.metered(client);
            for (String path : List.of("one", "two")) {
                URI address = URI.create("http://127.0.0.1:" + server.port() + "/" + path);
                metered.send(HttpRequest.newBuilder(address).build(), BodyHandlers.discarding());
            }

            assertThat(new String(metrics.scrape(), StandardCharsets.UTF_8))
                    .containsPattern("http_client_requests_seconds_count\\{[^}]*status=\"404\"[^}]*} 2\n")
                    .doesNotContain("/one", "/two");
        }
    }
}
