package io.fluxj.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Stands between a client and a server and breaks what runs through it: connections can be cut, refused for a while, or
 * become silent. For any protocol over TCP; never looks into it.
 */
public final class TcpForwarder implements AutoCloseable {
    private static final int CHUNK = 16 * 1024;

    private final String host;
    private final int port;
    private final int ownPort;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Set<Connection> connections = ConcurrentHashMap.newKeySet();
    private final AtomicInteger taken = new AtomicInteger();
    private volatile ServerSocket listener;
    private volatile Future<?> serving;

    private TcpForwarder(String host, int port, ServerSocket listener) {
        this.host = host;
        this.port = port;
        this.listener = listener;
        this.ownPort = listener.getLocalPort();
        this.serving = serve(listener);
    }

    /**
     * Listens on a loopback port that nobody else is given while it is away.
     *
     * @param server where to go on to; scheme, host and port count
     */
    public static TcpForwarder to(URI server) {
        int port = server.getPort() >= 0 ? server.getPort() : 443;
        return new TcpForwarder(server.getHost(), port, listen(FreePort.choose()));
    }

    /** The port to connect to, on 127.0.0.1; the same for the whole life. */
    public int port() {
        return ownPort;
    }

    /** How many connections were taken so far. */
    public int taken() {
        return taken.get();
    }

    /** Breaks all connections that are open now; new ones are taken. */
    public void cut() {
        connections.forEach(Connection::close);
    }

    /**
     * Nothing more goes through these connections, and nobody is told; new ones are taken.
     *
     * @param first those that were taken before this many others stay as they are
     */
    public void silence(int first) {
        connections.stream().filter(each -> each.number >= first).forEach(each -> each.silent = true);
    }

    /** The server is away: connections are broken, new ones refused, until {@link #comeBack()}. */
    public void goAway() {
        closeListener();
        cut();
    }

    /** Takes connections again. */
    public void comeBack() {
        listener = listen(ownPort);
        serving = serve(listener);
    }

    @Override
    public void close() {
        goAway();
        threads.shutdownNow();
    }

    private static ServerSocket listen(int port) {
        try {
            return new ServerSocket(port, 128, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot listen on loopback port " + port, e);
        }
    }

    private Future<?> serve(ServerSocket server) {
        return threads.submit(() -> {
            while (!server.isClosed()) {
                try {
                    connect(server.accept());
                } catch (IOException e) {
                    // Either the listener was closed, or the server did not take this one connection.
                }
            }
        });
    }

    private void connect(Socket client) throws IOException {
        try {
            Connection connection = new Connection(taken.getAndIncrement(), client, new Socket(host, port));
            connections.add(connection);
            threads.execute(() -> pump(connection, connection.client, connection.server));
            threads.execute(() -> pump(connection, connection.server, connection.client));
        } catch (IOException e) {
            client.close();
            throw e;
        }
    }

    private void pump(Connection connection, Socket from, Socket to) {
        try (InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            byte[] chunk = new byte[CHUNK];
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                if (!connection.silent) {
                    out.write(chunk, 0, read);
                }
            }
        } catch (IOException e) {
            // One side has gone: so must the other.
        } finally {
            connection.close();
            connections.remove(connection);
        }
    }

    /** The port takes connections until the thread that accepts has seen the end of its listener, so that is waited for. */
    private void closeListener() {
        try {
            listener.close();
            serving.get();
        } catch (IOException | ExecutionException e) {
            throw new IllegalStateException("cannot stop listening", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static final class Connection {
        private final int number;
        private final Socket client;
        private final Socket server;
        private volatile boolean silent;

        Connection(int number, Socket client, Socket server) {
            this.number = number;
            this.client = client;
            this.server = server;
        }

        void close() {
            for (Socket side : List.of(client, server)) {
                try {
                    side.close();
                } catch (IOException e) {
                    // It is of no use any more either way.
                }
            }
        }
    }
}
