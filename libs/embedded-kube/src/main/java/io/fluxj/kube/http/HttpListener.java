package io.fluxj.kube.http;

import java.net.InetAddress;
import java.time.Duration;
import java.util.EnumSet;
import javax.net.ssl.SSLContext;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
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
 * Jetty on loopback, over TLS. One thread waits for all connections and reads the heads of requests, so a client that is slow
 * or silent holds no thread, and not for long; every request whose head is whole is answered on a virtual thread of its own.
 */
public final class HttpListener implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HttpListener.class);
    private static final Duration IDLE = Duration.ofMinutes(5);
    private static final int MAX_HEAD = 1024 * 1024;
    private static final int BACKLOG = 256;
    private static final int THREADS = 16;

    private final Server server;
    private final ServerConnector connector;

    private HttpListener(Server server, ServerConnector connector) {
        this.server = server;
        this.connector = connector;
    }

    /**
     * Starts to listen.
     *
     * @param port 0 takes any free port
     */
    public static HttpListener start(SSLContext tls, int port, HttpHandler handler) {
        return start(tls, port, handler, Patience.DEFAULT);
    }

    static HttpListener start(SSLContext tls, int port, HttpHandler handler, Patience patience) {
        Server server = new Server(threads(), new ScheduledExecutorScheduler("kube-timer", true), null);
        ServerConnector connector =
                new ServerConnector(server, null, null, null, 0, 1, tls(tls), new HttpConnectionFactory(http()));
        connector.setHost(InetAddress.getLoopbackAddress().getHostAddress());
        connector.setPort(port);
        connector.setAcceptQueueSize(BACKLOG);
        connector.setReuseAddress(true);
        connector.setIdleTimeout(IDLE.toMillis());
        connector.setShutdownIdleTimeout(0);
        server.addConnector(connector);
        server.setHandler(new Exchange(handler, patience.body()));
        server.setErrorHandler(new PlainErrors());
        server.setStopTimeout(0);
        try {
            server.start();
            SlowHeads.watch(connector, patience.head());
            return new HttpListener(server, connector);
        } catch (Exception e) {
            stop(server);
            throw new IllegalStateException("cannot listen on 127.0.0.1:" + port + ": " + e.getMessage(), e);
        }
    }

    private static QueuedThreadPool threads() {
        QueuedThreadPool threads = new QueuedThreadPool(THREADS, 2);
        threads.setName("kube-http");
        threads.setDaemon(true);
        threads.setVirtualThreadsExecutor(VirtualThreads.getNamedVirtualThreadsExecutor("kube-request-"));
        return threads;
    }

    private static SslConnectionFactory tls(SSLContext context) {
        SslContextFactory.Server tls = new SslContextFactory.Server();
        tls.setSslContext(context);
        tls.setWantClientAuth(true);
        SslConnectionFactory factory = new SslConnectionFactory(tls, "http/1.1");
        // It would refuse hosts that the certificate does not name; the real server does not look at the host.
        factory.setEnsureSecureRequestCustomizer(false);
        return factory;
    }

    private static HttpConfiguration http() {
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setRequestHeaderSize(MAX_HEAD);
        // Paths are taken apart before they are decoded, and name no files.
        http.setUriCompliance(new UriCompliance("raw paths", EnumSet.allOf(UriCompliance.Violation.class)));
        return http;
    }

    /** The port that is listened on. */
    public int port() {
        return connector.getLocalPort();
    }

    /** Stops listening and ends every connection. */
    @Override
    public void close() {
        stop(server);
    }

    private static void stop(Server server) {
        try {
            server.stop();
        } catch (Exception e) {
            LOG.warn("the HTTP server did not stop cleanly: {}", e.getMessage());
        }
    }
}
