package io.fluxj.kube.http;

import java.time.Duration;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpParser;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.ssl.SslConnection;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.internal.HttpConnection;

/**
 * Ends connections on which a request's head is too long in coming: a byte now and then would keep them from ever being idle.
 * Connections between requests, in a body, in a stream or upgraded are left alone.
 */
final class SlowHeads implements Runnable {
    private static final int LOOKS = 4;

    private final ServerConnector connector;
    private final Duration limit;
    private final Map<EndPoint, Long> since = new WeakHashMap<>();

    private SlowHeads(ServerConnector connector, Duration limit) {
        this.connector = connector;
        this.limit = limit;
    }

    /** Looks from now on until the connector's scheduler ends. */
    static void watch(ServerConnector connector, Duration limit) {
        new SlowHeads(connector, limit).later();
    }

    private void later() {
        connector.getScheduler().schedule(this, limit.toNanos() / LOOKS, TimeUnit.NANOSECONDS);
    }

    @Override
    public void run() {
        long now = System.nanoTime();
        for (EndPoint connection : connector.getConnectedEndPoints()) {
            if (!inHead(connection.getConnection())) {
                since.remove(connection);
            } else if (now - since.computeIfAbsent(connection, c -> now) >= limit.toNanos()) {
                connection.close();
            }
        }
        later();
    }

    private static boolean inHead(Connection connection) {
        Connection plain =
                connection instanceof SslConnection tls ? tls.getSslEndPoint().getConnection() : connection;
        if (!(plain instanceof HttpConnection http)) {
            return plain == null;
        }
        HttpParser parser = http.getParser();
        return http.getMessagesIn() == 0 || (!parser.isStart() && parser.inHeaderState());
    }
}
