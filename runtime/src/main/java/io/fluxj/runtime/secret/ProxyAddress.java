package io.fluxj.runtime.secret;

import io.fluxj.net.proxy.Proxies;
import io.fluxj.net.proxy.ProxyServer;
import java.net.URI;
import java.util.Optional;
import java.util.Set;

/**
 * The proxy that {@code spec.proxySecretRef} leads to. Source: behaviour §0.2.
 *
 * @param server where it is and who we are to it
 */
public record ProxyAddress(ProxyServer server) {
    private static final int LONGEST = 2048;
    private static final Set<String> SCHEMES = Set.of("http", "https", "socks5");

    /**
     * Reads {@code address}, and {@code username} and {@code password} if they are there; a name there counts before one in the address.
     *
     * @throws SecretException when the address is missing or of no use
     */
    public static ProxyAddress require(NamedSecret secret) throws SecretException {
        String address = secret.require("address");
        check(secret, address);
        ProxyServer server = ProxyServer.parse(address)
                .orElseThrow(
                        () -> new SecretException(
                                secret.called()
                                        + ": the proxy address cannot be used; write http://host:port, https://host:port or socks5://host:port"));
        return new ProxyAddress(
                secret.has("username") ? server.as(secret.text("username"), secret.text("password")) : server);
    }

    private static void check(NamedSecret secret, String address) throws SecretException {
        if (address.isEmpty()) {
            throw new SecretException(secret.called() + ": proxy address is empty");
        }
        if (address.length() > LONGEST) {
            throw new SecretException(
                    secret.called() + ": proxy URL exceeds maximum length of " + LONGEST + " characters");
        }
        String scheme = scheme(address).orElse("");
        if (!SCHEMES.contains(scheme)) {
            throw new SecretException(secret.called()
                    + ": proxy URL must use one of the supported schemes (http, https, socks5), got '" + scheme + "'");
        }
    }

    private static Optional<String> scheme(String address) {
        try {
            return Optional.ofNullable(URI.create(address).getScheme());
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    /** The way to every server. */
    public Proxies proxies() {
        return Proxies.through(server);
    }
}
