package io.fluxj.runtime.identity;

import io.fluxj.net.proxy.Proxies;
import io.fluxj.net.tls.TlsConfig;

/**
 * How those who issue tokens are reached.
 *
 * @param proxies the way
 * @param tls certificates
 */
public record HttpRoute(Proxies proxies, TlsConfig tls) {
    /** Directly, with the Java runtime's own certificates. */
    public static final HttpRoute DIRECT = new HttpRoute(Proxies.NONE, TlsConfig.SYSTEM);
}
