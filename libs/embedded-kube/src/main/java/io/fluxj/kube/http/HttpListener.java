package io.fluxj.kube.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Listens on loopback and gives every connection a virtual thread. */
public final class HttpListener implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HttpListener.class);
    private static final int BACKLOG = 256;

    private final SSLServerSocket server;
    private final HttpHandler handler;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    private HttpListener(SSLServerSocket server, HttpHandler handler) {
        this.server = server;
        this.handler = handler;
    }

    /**
     * Starts to listen.
     *
     * @param port 0 takes any free port
     */
    public static HttpListener start(SSLContext tls, int port, HttpHandler handler) {
        try {
            SSLServerSocket socket =
                    (SSLServerSocket) tls.getServerSocketFactory().createServerSocket();
            socket.setReuseAddress(true);
            socket.setWantClientAuth(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), BACKLOG);
            HttpListener listener = new HttpListener(socket, handler);
            Thread.ofVirtual().name("kube-accept").start(listener::accept);
            return listener;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot listen on 127.0.0.1:" + port + ": " + e.getMessage(), e);
        }
    }

    /** The port that is listened on. */
    public int port() {
        return server.getLocalPort();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                SSLSocket socket = (SSLSocket) server.accept();
                open.add(socket);
                Thread.ofVirtual().name("kube-connection").start(() -> serve(socket));
            } catch (IOException e) {
                LOG.debug("accept: {}", e.getMessage());
            }
        }
    }

    private void serve(SSLSocket socket) {
        try {
            new HttpConnection(socket, handler).run();
        } finally {
            open.remove(socket);
        }
    }

    /** Stops listening and ends every connection. */
    @Override
    public void close() {
        closeQuietly(server);
        open.forEach(HttpListener::closeQuietly);
    }

    private static void closeQuietly(AutoCloseable socket) {
        try {
            socket.close();
        } catch (Exception e) {
            LOG.trace("closing: {}", e.getMessage());
        }
    }
}
