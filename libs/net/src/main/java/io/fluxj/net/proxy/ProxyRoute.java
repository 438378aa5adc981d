package io.fluxj.net.proxy;

import io.fluxj.net.tls.TlsConfig;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The way through one proxy, for as long as it is open. The JDK's clients know no proxies over TLS, and no name for SOCKS: these are led through a port of
 * this machine, behind which a relay speaks to the proxy. The password of a SOCKS proxy never leaves the relay but to the proxy.
 */
public final class ProxyRoute implements AutoCloseable {
    private final Proxies proxies;
    private final Optional<ServerSocket> listener;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    private ProxyRoute(Proxies proxies, Optional<ServerSocket> listener) {
        this.proxies = proxies;
        this.listener = listener;
    }

    /** A way that needs no closing. */
    public static ProxyRoute of(Proxies proxies) {
        return new ProxyRoute(proxies, Optional.empty());
    }

    /**
     * The way through a proxy.
     *
     * @param tls whom to trust when the proxy is spoken to over TLS
     * @throws IOException when this machine has no port left
     */
    public static ProxyRoute through(ProxyServer server, TlsConfig tls) throws IOException {
        if (server.isPlain()) {
            return of(Proxies.through(server));
        }
        ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        InetSocketAddress local =
                InetSocketAddress.createUnresolved(listener.getInetAddress().getHostAddress(), listener.getLocalPort());
        ProxyServer near = server.tls() ? server.by(local) : server.by(local).as("", "");
        ProxyRoute route = new ProxyRoute(Proxies.through(near), Optional.of(listener));
        Relay relay = new Relay(server, tls);
        Thread.ofVirtual().name("proxy-route").start(() -> route.accept(listener, relay));
        return route;
    }

    /** What clients are to use. */
    public Proxies proxies() {
        return proxies;
    }

    private void accept(ServerSocket listener, Relay relay) {
        try {
            while (!listener.isClosed()) {
                Socket client = listener.accept();
                open.add(client);
                Thread.ofVirtual().name("proxy-relay").start(() -> {
                    relay.serve(client);
                    open.remove(client);
                });
            }
        } catch (IOException closed) {
            // the route is
        }
    }

    @Override
    public void close() {
        listener.ifPresent(ProxyRoute::closeQuietly);
        open.forEach(ProxyRoute::closeQuietly);
    }

    static void closeQuietly(AutoCloseable closeable) {
        try {
            closeable.close();
        } catch (Exception gone) {
            // so it is closed
        }
    }
}
