package io.fluxj.net.proxy;

import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/**
 * A proxy, and who we are to it.
 *
 * @param proxy where it is
 * @param username empty for none
 * @param password of the user; may be empty
 * @param tls whether it is spoken to over TLS, which the JDK's clients cannot: see {@link ProxyRoute}
 */
public record ProxyServer(Proxy proxy, String username, String password, boolean tls) {
    private static final Map<String, Integer> PORTS = Map.of("http", 80, "https", 443, "socks5", 1080, "socks5h", 1080);

    /** Reads {@code scheme://user:password@host:port}, of which only the host is needed; empty when it names none that can be used. */
    public static Optional<ProxyServer> parse(String text) {
        return uri(text)
                .or(() -> uri("http://" + text))
                .filter(uri -> PORTS.containsKey(uri.getScheme()))
                .map(ProxyServer::of);
    }

    /** An address with a host; a host and port alone look like a scheme and something else. */
    private static Optional<URI> uri(String text) {
        try {
            return Optional.of(URI.create(text)).filter(uri -> uri.getScheme() != null && uri.getHost() != null);
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    private static ProxyServer of(URI uri) {
        String[] user = (uri.getRawUserInfo() == null ? "" : uri.getRawUserInfo()).split(":", 2);
        int port = uri.getPort() < 0 ? PORTS.getOrDefault(uri.getScheme(), 0) : uri.getPort();
        Proxy.Type type = uri.getScheme().startsWith("http") ? Proxy.Type.HTTP : Proxy.Type.SOCKS;
        return new ProxyServer(
                new Proxy(type, InetSocketAddress.createUnresolved(uri.getHost(), port)),
                decode(user[0]),
                user.length == 2 ? decode(user[1]) : "",
                uri.getScheme().equals("https"));
    }

    private static String decode(String part) {
        return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /** With another name and password. */
    public ProxyServer as(String name, String secret) {
        return new ProxyServer(proxy, name, secret, tls);
    }

    /** The same proxy, reached at a port of this machine. */
    ProxyServer by(InetSocketAddress local) {
        return new ProxyServer(new Proxy(proxy.type(), local), username, password, false);
    }

    /** Whether the JDK's clients can speak to it: not over TLS, nor to SOCKS as somebody. */
    boolean isPlain() {
        return !tls && (proxy.type() == Proxy.Type.HTTP || username.isEmpty());
    }

    boolean isAt(String host, int port) {
        return proxy.address() instanceof InetSocketAddress address
                && address.getHostString().equalsIgnoreCase(host)
                && address.getPort() == port;
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "ProxyServer[" + proxy + "]";
    }
}
