package io.fluxj.source.server;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The HTTP server of the store; only the process that leads runs it, so only that one is ready to be asked. */
public final class ArtifactServer implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads;

    private ArtifactServer(HttpServer server, ExecutorService threads) {
        this.server = server;
        this.threads = threads;
    }

    /**
     * Starts serving a folder.
     *
     * @param address {@code host:port}, or {@code :port} for all addresses
     * @throws IOException when the address cannot be bound
     */
    public static ArtifactServer start(Path root, String address) throws IOException {
        HttpServer server = HttpServer.create(socket(address), 0);
        ExecutorService threads = Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name("artifacts-", 0).factory());
        server.setExecutor(threads);
        server.createContext("/", new FileHandler(root));
        server.start();
        return new ArtifactServer(server, threads);
    }

    private static InetSocketAddress socket(String address) throws IOException {
        int colon = address.lastIndexOf(':');
        try {
            int port = Integer.parseInt(address.substring(colon + 1));
            String host = address.substring(0, Math.max(colon, 0)).replaceAll("[\\[\\]]", "");
            return host.isEmpty() ? new InetSocketAddress(port) : new InetSocketAddress(host, port);
        } catch (IllegalArgumentException malformed) {
            throw new IOException("--storage-addr must be host:port or :port, not '" + address + "'", malformed);
        }
    }

    /** Port that it listens on. */
    public int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
