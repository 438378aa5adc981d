package io.fluxj.runtime.http;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.ssl.SslConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The open connections of a server: closes those beyond what one address may have, and those on which the head of a request is too long in coming (a
 * byte now and then would keep them from ever being idle).
 */
final class Connections implements Connection.Listener {
    private static final Logger LOG = LoggerFactory.getLogger(Connections.class);
    private static final long BETWEEN_WARNINGS = Duration.ofMinutes(1).toNanos();

    private final Map<Connection, Phase> phases = new ConcurrentHashMap<>();
    private final Map<InetAddress, Integer> perAddress = new ConcurrentHashMap<>();
    private final ServerBounds bounds;
    private volatile long quietUntil = System.nanoTime();

    Connections(ServerBounds bounds) {
        this.bounds = bounds;
    }

    /** What happens on a connection. */
    private sealed interface Phase {
        /** A head is awaited or coming in. */
        record Asking(long since) implements Phase {}

        /** A request is being answered. */
        record Answering() implements Phase {}

        /** Nothing came since so many bytes in all. */
        record Resting(long bytes) implements Phase {}
    }

    @Override
    public void onOpened(Connection connection) {
        if (isEnvelope(connection)) {
            return;
        }
        phases.put(connection, new Phase.Asking(System.nanoTime()));
        InetAddress from = address(connection);
        int open = perAddress.merge(from, 1, Integer::sum);
        if (open > bounds.connectionsPerAddress()) {
            warn(from);
            connection.getEndPoint().close();
        }
    }

    @Override
    public void onClosed(Connection connection) {
        if (isEnvelope(connection)) {
            return;
        }
        phases.remove(connection);
        perAddress.computeIfPresent(address(connection), (from, open) -> open == 1 ? null : open - 1);
        tellThoseWhoWait();
    }

    /** TLS is two connections, one in the other, of which the inner one is ours; its time begins before the handshake. */
    private static boolean isEnvelope(Connection connection) {
        return connection instanceof SslConnection;
    }

    void answering(Connection connection) {
        phases.computeIfPresent(connection, (open, phase) -> new Phase.Answering());
    }

    void answered(Connection connection) {
        phases.computeIfPresent(connection, (open, phase) -> new Phase.Resting(open.getBytesIn()));
        tellThoseWhoWait();
    }

    private synchronized void tellThoseWhoWait() {
        notifyAll();
    }

    /** Waits until no request is being answered, but not for long. */
    synchronized void awaitRest(Duration most) throws InterruptedException {
        long deadline = System.nanoTime() + most.toNanos();
        for (long left = most.toMillis(); requests() > 0 && left > 0; left = millisUntil(deadline)) {
            wait(left);
        }
    }

    private static long millisUntil(long deadline) {
        return TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
    }

    /** Requests that are being answered. */
    int requests() {
        return (int) phases.values().stream()
                .filter(Phase.Answering.class::isInstance)
                .count();
    }

    /** Closes what is late; to be called every now and then. */
    void endLate() {
        long now = System.nanoTime();
        phases.replaceAll((connection, phase) -> after(connection, phase, now));
        phases.forEach((connection, phase) -> {
            if (phase instanceof Phase.Asking asking
                    && now - asking.since() > bounds.asking().toNanos()) {
                connection.getEndPoint().close();
            }
        });
    }

    private static Phase after(Connection connection, Phase phase, long now) {
        return phase instanceof Phase.Resting resting && connection.getBytesIn() > resting.bytes()
                ? new Phase.Asking(now)
                : phase;
    }

    private void warn(InetAddress from) {
        long now = System.nanoTime();
        if (now - quietUntil >= 0) {
            quietUntil = now + BETWEEN_WARNINGS;
            LOG.warn("closed a connection of {}, which has more than {} open", from, bounds.connectionsPerAddress());
        }
    }

    private static InetAddress address(Connection connection) {
        return connection.getEndPoint().getRemoteSocketAddress() instanceof InetSocketAddress remote
                        && remote.getAddress() != null
                ? remote.getAddress()
                : InetAddress.getLoopbackAddress();
    }
}
