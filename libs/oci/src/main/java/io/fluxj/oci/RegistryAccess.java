package io.fluxj.oci;

import io.fluxj.net.proxy.Proxies;
import io.fluxj.net.tls.TlsConfig;
import java.time.Duration;

/**
 * How a registry is reached.
 *
 * @param credentials who we are to it; given to it, and to the token service that it names, and to nobody else
 * @param tls whom to trust, and our own certificate
 * @param proxies on the way
 * @param insecure whether it may be spoken to over plain HTTP, and over TLS without looking at its certificate unless {@code tls} says whom to trust
 * @param timeout for everything that is asked of it together
 */
public record RegistryAccess(
        RegistryCredentials credentials, TlsConfig tls, Proxies proxies, boolean insecure, Duration timeout) {
    /** Anonymous, without a proxy, for a minute. */
    public static RegistryAccess anonymous() {
        return new RegistryAccess(
                new RegistryCredentials.None(), TlsConfig.SYSTEM, Proxies.NONE, false, Duration.ofMinutes(1));
    }

    /** As somebody. */
    public RegistryAccess as(RegistryCredentials who) {
        return new RegistryAccess(who, tls, proxies, insecure, timeout);
    }
}
