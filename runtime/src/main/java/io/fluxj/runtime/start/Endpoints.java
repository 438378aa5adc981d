package io.fluxj.runtime.start;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.fluxj.runtime.metrics.ControllerMetrics;
import io.fluxj.runtime.options.EndpointOptions;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The two servers that every controller has. Source: flags-endpoints §4. */
record Endpoints(Endpoint metrics, Endpoint health) implements AutoCloseable {
    private static final int OK = 200;
    private static final int UNAVAILABLE = 503;

    /**
     * Starts both.
     *
     * @param complaints why the process is not ready; none when it is
     */
    static Endpoints open(EndpointOptions options, ControllerMetrics known, Supplier<List<String>> complaints)
            throws IOException {
        Map<String, HttpHandler> introspection = new LinkedHashMap<>();
        introspection.put("/metrics", exchange -> metrics(exchange, known.registry()));
        introspection.put(Introspection.PATH, Introspection::handle);
        introspection.put(RunningSteps.PATH, exchange -> HttpAnswers.text(exchange, RunningSteps.text(known.steps())));
        Endpoint metrics = Endpoint.serve(ListenAddress.parse("--metrics-addr", options.metrics()), introspection);
        try {
            HttpHandler ok = exchange -> HttpAnswers.text(exchange, "ok");
            Endpoint health = Endpoint.serve(
                    ListenAddress.parse("--health-addr", options.health()),
                    Map.of("/healthz", ok, "/readyz", exchange -> ready(exchange, complaints.get())));
            return new Endpoints(metrics, health);
        } catch (IOException | IllegalArgumentException failed) {
            metrics.close();
            throw failed;
        }
    }

    private static void ready(HttpExchange exchange, List<String> complaints) throws IOException {
        if (complaints.isEmpty()) {
            HttpAnswers.text(exchange, "ok");
        } else {
            HttpAnswers.text(exchange, UNAVAILABLE, String.join("\n", complaints) + "\n");
        }
    }

    private static void metrics(HttpExchange exchange, PrometheusRegistry registry) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        PrometheusTextFormatWriter writer = PrometheusTextFormatWriter.create();
        writer.write(body, registry.scrape());
        HttpAnswers.bytes(exchange, OK, writer.getContentType(), body.toByteArray());
    }

    @Override
    public void close() {
        metrics.close();
        health.close();
    }
}
