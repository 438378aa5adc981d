package io.fluxj.runtime.start;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.fluxj.runtime.options.EndpointOptions;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** The two servers that every controller has. Source: flags-endpoints §4. */
record Endpoints(Endpoint metrics, Endpoint health) implements AutoCloseable {
    private static final int OK = 200;

    static Endpoints open(EndpointOptions options, PrometheusRegistry registry) throws IOException {
        Map<String, HttpHandler> introspection = new LinkedHashMap<>();
        introspection.put("/metrics", exchange -> metrics(exchange, registry));
        introspection.put(Introspection.PATH, Introspection::handle);
        Endpoint metrics = Endpoint.serve(ListenAddress.parse("--metrics-addr", options.metrics()), introspection);
        try {
            HttpHandler ok = exchange -> HttpAnswers.text(exchange, "ok");
            Endpoint health = Endpoint.serve(
                    ListenAddress.parse("--health-addr", options.health()), Map.of("/healthz", ok, "/readyz", ok));
            return new Endpoints(metrics, health);
        } catch (IOException | IllegalArgumentException failed) {
            metrics.close();
            throw failed;
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
