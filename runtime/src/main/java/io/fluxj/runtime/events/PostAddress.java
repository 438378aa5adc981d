package io.fluxj.runtime.events;

import io.fluxj.net.proxy.EnvironmentProxies;
import io.fluxj.runtime.client.WriteFence;
import io.fluxj.runtime.peer.PeerHttp;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Where events are POSTed to.
 *
 * @param url empty to post nowhere
 * @param http makes what posts
 * @param fence asked before every try
 */
public record PostAddress(Optional<URI> url, Supplier<PeerHttp> http, WriteFence fence) {
    private static final Set<String> SCHEMES = Set.of("http", "https");

    /**
     * Reads {@code --events-addr}.
     *
     * @param proxies on the way
     * @param sender sends with a client
     * @throws IllegalArgumentException when nothing can be posted there
     */
    public static PostAddress of(
            String flag, EnvironmentProxies proxies, Function<HttpClient, PeerHttp> sender, WriteFence fence) {
        Supplier<PeerHttp> http = () -> sender.apply(EventPosts.client(proxies));
        if (flag.isEmpty()) {
            return new PostAddress(Optional.empty(), http, fence);
        }
        try {
            URI url = new URI(flag);
            if (url.getHost() != null
                    && SCHEMES.contains(String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT))) {
                return new PostAddress(Optional.of(url), http, fence);
            }
        } catch (URISyntaxException malformed) {
            throw new IllegalArgumentException(wrong(malformed.getReason()), malformed);
        }
        throw new IllegalArgumentException(wrong("it needs http:// or https:// and a host"));
    }

    /** The address itself may hold a password. */
    private static String wrong(String why) {
        return "--events-addr is no address that events can be posted to: " + why
                + "; write http://host/ or leave it empty";
    }
}
