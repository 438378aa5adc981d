package io.fluxj.runtime.start;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A small HTTP server on virtual threads; on nothing at all when there is no address. */
final class Endpoint implements AutoCloseable {
    private final Optional<HttpServer> server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    private Endpoint(Optional<HttpServer> server) {
        this.server = server;
    }

    /** Serves {@code handlers} by path. */
    static Endpoint serve(Optional<InetSocketAddress> address, Map<String, HttpHandler> handlers) throws IOException {
        if (address.isEmpty()) {
            return new Endpoint(Optional.empty());
        }
        HttpServer server = HttpServer.create(address.get(), 0);
        Endpoint endpoint = new Endpoint(Optional.of(server));
        server.setExecutor(endpoint.threads);
        handlers.forEach(server::createContext);
        server.start();
        return endpoint;
    }

    /** The port, 0 when nothing is served. */
    int port() {
        return server.map(running -> running.getAddress().getPort()).orElse(0);
    }

    @Override
    public void close() {
        server.ifPresent(running -> running.stop(0));
        threads.shutdownNow();
    }
}
