package io.fluxj.source.server;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;

/** The HTTP server of the store; only the process that leads runs it, so only that one is ready to be asked. */
public final class ArtifactServer implements AutoCloseable {
    private final HttpServer server;
    private final WatchedThreads threads;

    private ArtifactServer(HttpServer server, WatchedThreads threads) {
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
        return start(root, address, Patience.DEFAULT);
    }

    static ArtifactServer start(Path root, String address, Patience patience) throws IOException {
        HttpServer server = HttpServer.create(socket(address), 0);
        WatchedThreads threads = new WatchedThreads(patience);
        server.setExecutor(threads);
        server.createContext("/", new FileHandler(root, threads));
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

    /** Requests that are being read or answered. */
    int requests() {
        return threads.running();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }
}
