package io.fluxj.runtime.start;

import io.fluxj.runtime.http.HttpAnswer;
import io.fluxj.runtime.http.HttpHandler;
import io.fluxj.runtime.http.HttpServer;
import io.fluxj.runtime.http.ListenAddress;
import io.fluxj.runtime.http.Routes;
import io.fluxj.runtime.http.ServerBounds;
import io.fluxj.runtime.metrics.ControllerMetrics;
import io.fluxj.runtime.metrics.GoTextFormat;
import io.fluxj.runtime.options.EndpointOptions;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The two servers that every controller has, each on nothing at all when it has no address. Source: flags-endpoints §4. */
record Endpoints(Optional<HttpServer> metrics, Optional<HttpServer> health) implements AutoCloseable {
    private static final int OK = 200;
    private static final int UNAVAILABLE = 503;

    /**
     * Starts both.
     *
     * @param complaints why the process is not ready; none when it is
     */
    static Endpoints open(EndpointOptions options, ControllerMetrics known, Supplier<List<String>> complaints)
            throws IOException {
        Optional<HttpServer> metrics = serve(
                "metrics",
                ListenAddress.parse("--metrics-addr", options.metrics()),
                Map.of(
                        "/metrics",
                        request -> HttpAnswer.bytes(OK, GoTextFormat.MEDIA_TYPE, known.scrape()),
                        Introspection.PATH,
                        Introspection::answer,
                        RunningSteps.PATH,
                        request -> HttpAnswer.text(RunningSteps.text(known.steps()))));
        try {
            HttpHandler alive = request -> HttpAnswer.text("ok");
            Optional<HttpServer> health = serve(
                    "health",
                    ListenAddress.parse("--health-addr", options.health()),
                    Map.of("/healthz", alive, "/readyz", request -> ready(complaints.get())));
            return new Endpoints(metrics, health);
        } catch (IOException | IllegalArgumentException failed) {
            metrics.ifPresent(HttpServer::close);
            throw failed;
        }
    }

    private static Optional<HttpServer> serve(
            String name, Optional<InetSocketAddress> address, Map<String, HttpHandler> handlers) throws IOException {
        return address.isEmpty()
                ? Optional.empty()
                : Optional.of(HttpServer.start(name, address.get(), ServerBounds.DEFAULT, new Routes(handlers)));
    }

    private static HttpAnswer ready(List<String> complaints) {
        return complaints.isEmpty()
                ? HttpAnswer.text("ok")
                : HttpAnswer.text(UNAVAILABLE, String.join("\n", complaints) + "\n");
    }

    /** The port of the metrics, 0 when they are not served. */
    int metricsPort() {
        return metrics.map(HttpServer::port).orElse(0);
    }

    /** The port of the probes, 0 when they are not served. */
    int healthPort() {
        return health.map(HttpServer::port).orElse(0);
    }

    @Override
    public void close() {
        metrics.ifPresent(HttpServer::close);
        health.ifPresent(HttpServer::close);
    }
}
