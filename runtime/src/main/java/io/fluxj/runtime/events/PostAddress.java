package io.fluxj.runtime.events;

import io.fluxj.net.proxy.EnvironmentProxies;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Where events are POSTed to.
 *
 * @param url empty to post nowhere
 * @param proxies on the way
 */
public record PostAddress(Optional<URI> url, EnvironmentProxies proxies) {
    private static final Set<String> SCHEMES = Set.of("http", "https");

    /**
     * Reads {@code --events-addr}.
     *
     * @throws IllegalArgumentException when nothing can be posted there
     */
    public static PostAddress of(String flag, EnvironmentProxies proxies) {
        if (flag.isEmpty()) {
            return new PostAddress(Optional.empty(), proxies);
        }
        try {
            URI url = new URI(flag);
            if (url.getHost() != null
                    && SCHEMES.contains(String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT))) {
                return new PostAddress(Optional.of(url), proxies);
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
