package io.fluxj.notification.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxj.runtime.http.HttpAnswer;
import io.fluxj.runtime.http.HttpRequest;
import io.fluxj.runtime.metrics.ControllerMetrics;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HttpMetricsTest {
    @Test
    void callsRequestsByThePatternOfTheServer() throws Exception {
        assertThat(scrape(false))
                .contains(
                        "gotk_receiver_http_request_duration_seconds_count{code=\"404\",handler=\"/hook/\",method=\"POST\",service=\"\"} 1")
                .contains(
                        "gotk_receiver_http_response_size_bytes_sum{code=\"404\",handler=\"/hook/\",method=\"POST\",service=\"\"} 4")
                .contains("gotk_receiver_http_requests_inflight{handler=\"/hook/\",service=\"\"} 0")
                .doesNotContain("/hook/secret");
    }

    @Test
    void callsRequestsByTheirPathsWhereThatIsWanted() throws Exception {
        assertThat(scrape(true)).contains("handler=\"/hook/secret\"");
    }

    private static String scrape(boolean wholePaths) throws Exception {
        PrometheusRegistry registry = new PrometheusRegistry();
        ControllerMetrics metrics = new ControllerMetrics(registry);
        HttpMetrics http = new HttpMetrics(registry, "gotk_receiver", "/hook/", wholePaths);
        var _ = http.around(request -> HttpAnswer.text(404, "nope"))
                .answer(new HttpRequest(
                        "POST",
                        "/hook/secret?x=1",
                        "/hook/secret",
                        Map.of(),
                        InetAddress.getLoopbackAddress(),
                        false,
                        () -> new byte[0]));
        return new String(metrics.scrape(), StandardCharsets.UTF_8);
    }
}
