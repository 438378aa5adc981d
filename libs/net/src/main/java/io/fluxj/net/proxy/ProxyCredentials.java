package io.fluxj.net.proxy;

import java.net.Authenticator;
import java.net.PasswordAuthentication;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Names and passwords, for the proxies that they are meant for. */
final class ProxyCredentials extends Authenticator {
    private final List<ProxyServer> proxies;

    ProxyCredentials(List<ProxyServer> proxies) {
        this.proxies = proxies;
    }

    /** Whether it has an answer for anybody. */
    boolean areThere() {
        return proxies.stream().anyMatch(proxy -> !proxy.username().isEmpty());
    }

    @Override
    protected @Nullable PasswordAuthentication getPasswordAuthentication() {
        if (getRequestorType() != RequestorType.PROXY) {
            return null;
        }
        return proxies.stream()
                .filter(proxy -> proxy.isAt(getRequestingHost(), getRequestingPort()))
                .filter(proxy -> !proxy.username().isEmpty())
                .findFirst()
                .map(proxy -> new PasswordAuthentication(
                        proxy.username(), proxy.password().toCharArray()))
                .orElse(null);
    }
}
