package io.fluxj.runtime.http;

import java.time.Duration;

/**
 * What the clients of a server may cost it.
 *
 * @param headBytes of a request's line and headers; more is answered with 431
 * @param bodyBytes of a request's body; more is answered with 413
 * @param asking for a head to come in whole, and then for a body
 * @param idle for a client to take or send the next piece, and between two requests on one connection
 * @param total for a request with its answer
 * @param connections at once; further ones wait to be accepted
 * @param connectionsPerAddress of those; further ones are closed
 */
public record ServerBounds(
        int headBytes,
        int bodyBytes,
        Duration asking,
        Duration idle,
        Duration total,
        int connections,
        int connectionsPerAddress) {
    private static final int KIB = 1024;

    /**
     * For pages and probes that take no bodies. Heads: cookies and tokens of proxies on the way fit many times. Time: the slowest
     * page is a histogram of a full heap. Connections: scrapers and probes of a node hold a handful, and a sidecar brings all of them from one address.
     */
    public static final ServerBounds DEFAULT = new ServerBounds(
            64 * KIB, 0, Duration.ofSeconds(20), Duration.ofSeconds(30), Duration.ofMinutes(5), 256, 128);

    public ServerBounds {
        if (headBytes < 1 || bodyBytes < 0 || connections < 1 || connectionsPerAddress < 1) {
            throw new IllegalArgumentException("bounds that let nothing through");
        }
    }

    /** These with bodies of at most so many bytes. */
    public ServerBounds withBodies(int bytes) {
        return new ServerBounds(headBytes, bytes, asking, idle, total, connections, connectionsPerAddress);
    }

    /** These with other times. */
    public ServerBounds within(Duration asking, Duration idle, Duration total) {
        return new ServerBounds(headBytes, bodyBytes, asking, idle, total, connections, connectionsPerAddress);
    }

    /** These with at most so many connections, and of them so many from one address. */
    public ServerBounds withConnections(int all, int perAddress) {
        return new ServerBounds(headBytes, bodyBytes, asking, idle, total, all, perAddress);
    }
}
