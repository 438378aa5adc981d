package io.fluxj.notification.delivery;

import io.fluxj.net.proxy.Proxies;
import io.fluxj.net.proxy.ProxyRoute;
import io.fluxj.net.proxy.ProxyServer;
import io.fluxj.net.tls.TlsConfig;
import java.io.IOException;
import java.net.http.HttpClient;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * HTTP clients: one for all Providers with the same certificates and the same proxy, so that connections are used again and never with the certificate of
 * another one.
 */
public final class Clients implements AutoCloseable {
    private static final int KEPT = 64;

    private final Proxies usual;
    private final Map<Key, Client> kept = new LinkedHashMap<>(16, 0.75f, true);

    private record Key(TlsConfig tls, Optional<ProxyServer> proxy) {}

    /**
     * A client, and the way it takes.
     *
     * @param http follows no redirects
     */
    record Client(HttpClient http, ProxyRoute route, TlsConfig tls) implements AutoCloseable {
        @Override
        public void close() {
            http.shutdown();
            route.close();
        }
    }

    /**
     * Clients.
     *
     * @param usual the way of Providers that name no proxy
     */
    public Clients(Proxies usual) {
        this.usual = usual;
    }

    /**
     * The client with these certificates and this proxy.
     *
     * @throws GeneralSecurityException when the certificate or the key cannot be used
     * @throws IOException when the key cannot be read
     */
    synchronized Client get(TlsConfig tls, Optional<ProxyServer> proxy) throws GeneralSecurityException, IOException {
        Key key = new Key(tls, proxy);
        Client known = kept.get(key);
        if (known != null) {
            return known;
        }
        Client opened = open(key);
        kept.put(key, opened);
        forget();
        return opened;
    }

    /** The one that was not used for longest goes. */
    private void forget() {
        if (kept.size() > KEPT) {
            Key oldest = kept.keySet().iterator().next();
            Client gone = kept.remove(oldest);
            if (gone != null) {
                Thread.ofVirtual().start(gone::close);
            }
        }
    }

    private Client open(Key key) throws GeneralSecurityException, IOException {
        ProxyRoute route =
                key.proxy().isPresent() ? ProxyRoute.through(key.proxy().get(), key.tls()) : ProxyRoute.of(usual);
        HttpClient.Builder builder = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(Duration.ofSeconds(15))
                .proxy(route.proxies().selector());
        if (route.proxies().haveCredentials()) {
            builder.authenticator(route.proxies().authenticator());
        }
        key.tls().context().ifPresent(builder::sslContext);
        return new Client(builder.build(), route, key.tls());
    }

    @Override
    public void close() {
        List<Client> all;
        synchronized (this) {
            all = new ArrayList<>(kept.values());
            kept.clear();
        }
        all.forEach(client -> client.http().shutdownNow());
        all.forEach(Client::close);
    }
}
