package io.fluxj.runtime.proxy;

import java.io.IOException;
import java.net.Authenticator;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Chooses proxies as Go's HTTP clients do: {@code HTTP_PROXY} for {@code http:}, {@code HTTPS_PROXY} for {@code https:}, none for what {@code NO_PROXY}
 * names and for this machine itself; the names in small letters count where the others are missing. Source: flags-endpoints §3.
 */
public final class EnvironmentProxies extends ProxySelector {
    private final Optional<NamedProxy> http;
    private final Optional<NamedProxy> https;
    private final NoProxy none;

    private EnvironmentProxies(Optional<NamedProxy> http, Optional<NamedProxy> https, NoProxy none) {
        this.http = http;
        this.https = https;
        this.none = none;
    }

    /**
     * Reads the variables.
     *
     * @throws IllegalArgumentException when a proxy is none that can be used; the message holds no password
     */
    public static EnvironmentProxies of(Map<String, String> variables) {
        return new EnvironmentProxies(
                proxy(variables, "HTTP_PROXY"),
                proxy(variables, "HTTPS_PROXY"),
                NoProxy.parse(value(variables, "NO_PROXY").orElse("")));
    }

    private static Optional<NamedProxy> proxy(Map<String, String> variables, String name) {
        return value(variables, name).map(text -> NamedProxy.parse(name, text));
    }

    private static Optional<String> value(Map<String, String> variables, String name) {
        return Stream.of(name, name.toLowerCase(Locale.ROOT))
                .map(key -> variables.getOrDefault(key, "").strip())
                .filter(text -> !text.isEmpty())
                .findFirst();
    }

    @Override
    public List<Proxy> select(URI target) {
        String scheme = target.getScheme() == null ? "" : target.getScheme();
        Optional<NamedProxy> chosen =
                switch (scheme) {
                    case "https" -> https;
                    case "http" -> http;
                    default -> Optional.empty();
                };
        return List.of(chosen.filter(proxy -> !none.covers(target))
                .map(NamedProxy::proxy)
                .orElse(Proxy.NO_PROXY));
    }

    @Override
    public void connectFailed(URI target, SocketAddress proxy, IOException failure) {
        // there is no other one to choose, and whoever asked hears of it
    }

    /** Answers proxies that want a name and password; servers get none of it. */
    public Authenticator authenticator() {
        return new ProxyCredentials(
                Stream.of(http, https).flatMap(Optional::stream).toList());
    }

    /**
     * A proxy as a variable names it.
     *
     * @param proxy where it is
     * @param username empty for none
     * @param password of the user
     */
    record NamedProxy(Proxy proxy, String username, String password) {
        private static final Map<String, Integer> PORTS = Map.of("http", 80, "socks5", 1080, "socks5h", 1080);

        static NamedProxy parse(String variable, String text) {
            URI uri = uri(text).or(() -> uri("http://" + text)).orElseThrow(() -> unusable(variable));
            Integer port = PORTS.get(uri.getScheme());
            if (port == null) {
                throw unusable(variable);
            }
            String[] user = (uri.getRawUserInfo() == null ? "" : uri.getRawUserInfo()).split(":", 2);
            InetSocketAddress address =
                    InetSocketAddress.createUnresolved(uri.getHost(), uri.getPort() < 0 ? port : uri.getPort());
            Proxy.Type type = uri.getScheme().equals("http") ? Proxy.Type.HTTP : Proxy.Type.SOCKS;
            return new NamedProxy(new Proxy(type, address), decode(user[0]), user.length == 2 ? decode(user[1]) : "");
        }

        /** An address with a host; a host and port alone look like a scheme and something else. */
        private static Optional<URI> uri(String text) {
            try {
                return Optional.of(URI.create(text)).filter(uri -> uri.getScheme() != null && uri.getHost() != null);
            } catch (IllegalArgumentException malformed) {
                return Optional.empty();
            }
        }

        private static IllegalArgumentException unusable(String variable) {
            return new IllegalArgumentException(
                    variable + " names no proxy that can be used; write http://host:port or socks5://host:port");
        }

        private static String decode(String part) {
            return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
        }

        boolean isAt(String host, int port) {
            InetSocketAddress address = (InetSocketAddress) proxy.address();
            return address.getHostString().equalsIgnoreCase(host) && address.getPort() == port;
        }
    }
}
