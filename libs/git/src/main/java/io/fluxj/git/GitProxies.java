package io.fluxj.git;

import java.net.Authenticator;
import java.net.ProxySelector;

/**
 * Proxies on the way to a repository over HTTP and HTTPS.
 *
 * @param selector chooses for an address; the first of its choices is used
 * @param authenticator answers proxies that want a name and password; it must answer nobody else
 */
public record GitProxies(ProxySelector selector, Authenticator authenticator) {
    /** Every server is reached directly. */
    public static final GitProxies NONE = new GitProxies(ProxySelector.of(null), new Authenticator() {});
}
