package io.fluxj.net.proxy;

import java.io.IOException;
import java.net.Authenticator;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
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
    private final Optional<ProxyServer> http;
    private final Optional<ProxyServer> https;
    private final NoProxy none;

    private EnvironmentProxies(Optional<ProxyServer> http, Optional<ProxyServer> https, NoProxy none) {
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

    private static Optional<ProxyServer> proxy(Map<String, String> variables, String name) {
        return value(variables, name).map(text -> proxy(name, text));
    }

    private static ProxyServer proxy(String name, String text) {
        return ProxyServer.parse(text)
                .filter(server -> !server.tls())
                .orElseThrow(() -> new IllegalArgumentException(
                        name + " names no proxy that can be used; write http://host:port or socks5://host:port"));
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
        Optional<ProxyServer> chosen =
                switch (scheme) {
                    case "https" -> https;
                    case "http" -> http;
                    default -> Optional.empty();
                };
        return List.of(chosen.filter(proxy -> !none.covers(target))
                .map(ProxyServer::proxy)
                .orElse(Proxy.NO_PROXY));
    }

    @Override
    public void connectFailed(URI target, SocketAddress proxy, IOException failure) {
        // there is no other one to choose, and whoever asked hears of it
    }

    /** With what answers these proxies. */
    public Proxies proxies() {
        return new Proxies(this, authenticator());
    }

    /** Answers proxies that want a name and password; servers get none of it. */
    public Authenticator authenticator() {
        return new ProxyCredentials(
                Stream.of(http, https).flatMap(Optional::stream).toList());
    }
}
