package io.fluxj.runtime.http;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.DetectorConnectionFactory;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.VirtualThreads;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.util.thread.ScheduledExecutorScheduler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An HTTP/1.1 server within bounds, plain or over TLS. One platform thread waits for all connections and reads the heads of requests, another keeps the time; a request
 * whose head is whole is answered on a virtual thread of its own.
 */
public final class HttpServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HttpServer.class);
    private static final int BACKLOG = 128;

    /** One waits for connections; the others are for Jetty's own moments and end when they are idle. */
    private static final int THREADS = 4;

    /** How often late clients are looked for within the time that they have. */
    private static final int LOOKS = 4;

    /** Small answers under way are out by then; clients of larger ones come back anyway. */
    private static final Duration GRACE = Duration.ofSeconds(1);

    private final Server server;
    private final ServerConnector connector;
    private final Connections connections;

    private HttpServer(Server server, ServerConnector connector, Connections connections) {
        this.server = server;
        this.connector = connector;
        this.connections = connections;
    }

    /**
     * Starts serving.
     *
     * @param name of its threads
     * @param address port 0 takes any free one
     * @throws IOException when the address cannot be listened on
     */
    public static HttpServer start(String name, InetSocketAddress address, ServerBounds bounds, HttpHandler handler)
            throws IOException {
        return start(name, address, bounds, handler, Optional.empty());
    }

    /**
     * Starts serving.
     *
     * @param name of its threads
     * @param address port 0 takes any free one
     * @param tls spoken with clients that begin with it, on the same port as plain HTTP; empty for plain HTTP alone
     * @throws IOException when the address cannot be listened on
     */
    public static HttpServer start(
            String name, InetSocketAddress address, ServerBounds bounds, HttpHandler handler, Optional<SSLContext> tls)
            throws IOException {
        if (address.isUnresolved()) {
            throw new IOException("cannot listen on " + address.getHostString() + ", whose address is not known");
        }
        Server server = new Server(threads(name), new ScheduledExecutorScheduler(name + "-timer", true), null);
        ServerConnector connector = new ServerConnector(server, null, null, null, 0, 1, protocols(bounds, tls));
        Connections connections = new Connections(bounds);
        listen(connector, address, bounds);
        connector.addBean(connections);
        server.addConnector(connector);
        server.addBean(new NetworkConnectionLimit(bounds.connections(), connector));
        server.setHandler(new Exchange(handler, bounds, connections));
        server.setErrorHandler(new PlainErrors());
        server.setStopTimeout(0);
        HttpServer started = new HttpServer(server, connector, connections);
        started.start(address, bounds);
        return started;
    }

    private static QueuedThreadPool threads(String name) {
        QueuedThreadPool threads = new QueuedThreadPool(THREADS, 1);
        threads.setName(name);
        threads.setDaemon(true);
        threads.setReservedThreads(0);
        threads.setVirtualThreadsExecutor(VirtualThreads.getNamedVirtualThreadsExecutor(name + "-request-"));
        return threads;
    }

    /** The first byte of a connection tells whether its client begins with TLS. */
    private static ConnectionFactory[] protocols(ServerBounds bounds, Optional<SSLContext> tls) {
        HttpConnectionFactory http = new HttpConnectionFactory(http(bounds));
        if (tls.isEmpty()) {
            return new ConnectionFactory[] {http};
        }
        SslContextFactory.Server secure = new SslContextFactory.Server();
        secure.setSslContext(tls.get());
        secure.setRenegotiationAllowed(false);
        SslConnectionFactory encrypted = new SslConnectionFactory(secure, http.getProtocol());
        // Otherwise it would refuse those who ask for this server by an address.
        encrypted.setEnsureSecureRequestCustomizer(false);
        return new ConnectionFactory[] {new DetectorConnectionFactory(encrypted), http};
    }

    private static HttpConfiguration http(ServerBounds bounds) {
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setRequestHeaderSize(bounds.headBytes());
        // Paths are given to handlers as they came; who names files by them looks where they lead.
        http.setUriCompliance(new UriCompliance("raw paths", EnumSet.allOf(UriCompliance.Violation.class)));
        return http;
    }

    private static void listen(ServerConnector connector, InetSocketAddress address, ServerBounds bounds) {
        if (!address.getAddress().isAnyLocalAddress()) {
            connector.setHost(address.getAddress().getHostAddress());
        }
        connector.setPort(address.getPort());
        connector.setAcceptQueueSize(BACKLOG);
        connector.setReuseAddress(true);
        connector.setIdleTimeout(bounds.idle().toMillis());
        connector.setShutdownIdleTimeout(0);
    }

    private void start(InetSocketAddress address, ServerBounds bounds) throws IOException {
        try {
            server.start();
            lookForLateClients(bounds.asking().toNanos() / LOOKS);
        } catch (Exception failed) {
            end();
            throw new IOException("cannot listen on " + address + ": " + failed.getMessage(), failed);
        }
    }

    private void lookForLateClients(long every) {
        connector
                .getScheduler()
                .schedule(
                        () -> {
                            connections.endLate();
                            lookForLateClients(every);
                        },
                        every,
                        TimeUnit.NANOSECONDS);
    }

    /** The port that is listened on. */
    public int port() {
        return connector.getLocalPort();
    }

    /** How many requests are being answered. */
    public int requests() {
        return connections.requests();
    }

    /** Accepts no more, lets short answers finish, and ends every connection. */
    @Override
    public void close() {
        connector.close();
        awaitAnswers();
        end();
    }

    private void awaitAnswers() {
        try {
            connections.awaitRest(GRACE);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    private void end() {
        try {
            server.stop();
        } catch (Exception failed) {
            LOG.warn("the HTTP server did not stop cleanly: {}", failed.getMessage());
        }
    }
}
