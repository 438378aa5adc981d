package io.fluxj.cli.bootstrap.host;

import io.fluxj.net.proxy.Proxies;
import io.fluxj.net.tls.TlsConfig;
import java.net.URI;
import java.time.Duration;

/**
 * How a host is reached.
 *
 * @param place {@code https://HOST}, without a path; {@code http} where somebody allowed it
 * @param sshHost for Git over SSH, with {@code :port} if it is not the usual one
 * @param token of whoever calls; never shown
 * @param tls certificates
 * @param proxies the way to it
 * @param timeout for each request
 */
public record HostAccess(URI place, String sshHost, String token, TlsConfig tls, Proxies proxies, Duration timeout) {
    /** Host, and the port if there is one. */
    String host() {
        return place.getRawAuthority();
    }

    /** Address for Git over HTTPS. */
    String https(String path) {
        return place + "/" + path + ".git";
    }

    /** Address for Git over SSH. */
    String ssh(String path) {
        return "ssh://git@" + sshHost + "/" + path;
    }

    /** Without the token. */
    @Override
    public String toString() {
        return "HostAccess[" + place + "]";
    }
}
