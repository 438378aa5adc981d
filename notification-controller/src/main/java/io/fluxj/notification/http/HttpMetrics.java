package io.fluxj.notification.http;

import io.fluxj.runtime.http.HttpAnswer;
import io.fluxj.runtime.http.HttpHandler;
import io.fluxj.runtime.http.HttpRequest;
import io.prometheus.metrics.core.metrics.Gauge;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.IOException;

/** Requests of one server by path, method and status, under the names that Flux's have. Source: flags-endpoints §5. */
public final class HttpMetrics {
    private static final double NANOS = 1e9;
    private static final double[] SECONDS = {0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10};
    private static final double[] SIZES = {100, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9};
    private static final String NO_SERVICE = "";

    private final Histogram durations;
    private final Histogram sizes;
    private final Gauge inFlight;
    private final String pattern;
    private final boolean wholePaths;

    /**
     * Registers them.
     *
     * @param prefix of the names, such as {@code gotk_receiver}
     * @param pattern by which all requests of the server are called, such as {@code /hook/}
     * @param wholePaths whether they are called by their paths instead; callers then decide how many series there are
     */
    public HttpMetrics(PrometheusRegistry registry, String prefix, String pattern, boolean wholePaths) {
        this.pattern = pattern;
        this.wholePaths = wholePaths;
        this.durations = Histogram.builder()
                .name(prefix + "_http_request_duration_seconds")
                .help("The latency of the HTTP requests.")
                .labelNames("service", "handler", "method", "code")
                .classicOnly()
                .classicUpperBounds(SECONDS)
                .register(registry);
        this.sizes = Histogram.builder()
                .name(prefix + "_http_response_size_bytes")
                .help("The size of the HTTP responses.")
                .labelNames("service", "handler", "method", "code")
                .classicOnly()
                .classicUpperBounds(SIZES)
                .register(registry);
        this.inFlight = Gauge.builder()
                .name(prefix + "_http_requests_inflight")
                .help("The number of inflight requests being handled at the same time.")
                .labelNames("service", "handler")
                .register(registry);
    }

    /** The handler, measured. */
    public HttpHandler around(HttpHandler handler) {
        return request -> measured(handler, request);
    }

    private HttpAnswer measured(HttpHandler handler, HttpRequest request) throws IOException {
        String name = wholePaths ? request.rawPath() : pattern;
        var running = inFlight.labelValues(NO_SERVICE, name);
        running.inc();
        long began = System.nanoTime();
        try {
            HttpAnswer answer = handler.answer(request);
            String code = Integer.toString(answer.status());
            durations
                    .labelValues(NO_SERVICE, name, request.method(), code)
                    .observe((System.nanoTime() - began) / NANOS);
            sizes.labelValues(NO_SERVICE, name, request.method(), code).observe(size(answer));
            return answer;
        } finally {
            running.dec();
        }
    }

    private static double size(HttpAnswer answer) {
        return switch (answer.content()) {
            case HttpAnswer.Content.Bytes bytes -> bytes.bytes().remaining();
            case HttpAnswer.Content.Part part -> part.length();
            case HttpAnswer.Content.Stream _ -> 0;
        };
    }
}
