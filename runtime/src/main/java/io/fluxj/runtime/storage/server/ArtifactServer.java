package io.fluxj.runtime.storage.server;

import io.fluxj.runtime.http.HttpServer;
import io.fluxj.runtime.http.ListenAddress;
import io.fluxj.runtime.http.ServerBounds;
import io.fluxj.runtime.peer.PeerSecurity;
import io.fluxj.runtime.peer.PeerServing;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;

/** The HTTP server of the store. */
public final class ArtifactServer implements AutoCloseable {
    private static final int CONNECTIONS = 1024;

    /** Enough for the slowest honest client: half a minute without taking anything, an hour in all. */
    private static final ServerBounds BOUNDS =
            ServerBounds.DEFAULT.within(Duration.ofSeconds(20), Duration.ofSeconds(30), Duration.ofHours(1));

    private final HttpServer server;

    private ArtifactServer(HttpServer server) {
        this.server = server;
    }

    /**
     * Starts serving a folder.
     *
     * @param address {@code host:port}, or {@code :port} for all addresses
     * @param connectionsPerAddress that one client may have open
     * @param missing gets files that are not there
     * @param peers to whom
     * @throws IOException when the address cannot be bound
     */
    public static ArtifactServer start(
            Path root, String address, int connectionsPerAddress, MissingFiles missing, PeerServing peers)
            throws IOException {
        return start(
                root,
                address,
                missing,
                BOUNDS.withConnections(Math.max(CONNECTIONS, connectionsPerAddress), connectionsPerAddress),
                peers);
    }

    /** Artifacts are for the controllers of the installation; that there is a server, anybody may see, for probes ask it. */
    public static PeerServing serving(PeerSecurity peers) {
        return peers.serving("artifacts", request -> request.target().equals("/"));
    }

    static ArtifactServer start(Path root, String address, MissingFiles missing, ServerBounds bounds, PeerServing peers)
            throws IOException {
        InetSocketAddress socket = ListenAddress.parse("--storage-addr", address)
                .orElseThrow(() -> new IOException("--storage-addr must say where artifacts are served"));
        return new ArtifactServer(HttpServer.start(
                "artifacts", socket, bounds, peers.guard().apply(new FileHandler(root, missing)), peers.tls()));
    }

    /** Port that it listens on. */
    public int port() {
        return server.port();
    }

    /** Requests that are being answered. */
    int requests() {
        return server.requests();
    }

    @Override
    public void close() {
        server.close();
    }
}
