package io.fluxj.net.proxy;

import java.net.Authenticator;
import java.net.Proxy;
import java.net.ProxySelector;
import java.util.List;

/**
 * The way to servers over HTTP and HTTPS.
 *
 * @param selector chooses for an address; the first of its choices is used
 * @param authenticator answers proxies that want a name and password; it must answer nobody else
 */
public record Proxies(ProxySelector selector, Authenticator authenticator) {
    /** Every server is reached directly. */
    public static final Proxies NONE = new Proxies(new OneProxy(Proxy.NO_PROXY), new ProxyCredentials(List.of()));

    /** Every server is reached through this one, whatever its name. */
    public static Proxies through(ProxyServer server) {
        return new Proxies(new OneProxy(server.proxy()), new ProxyCredentials(List.of(server)));
    }

    /** Whether a proxy may be answered; where none may, the JDK's client is better off without the authenticator, for then it leaves a server's 401 alone. */
    public boolean haveCredentials() {
        return !(authenticator instanceof ProxyCredentials credentials) || credentials.areThere();
    }
}
