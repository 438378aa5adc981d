package io.fluxj.git;

import io.fluxj.net.address.AddressRule;
import io.fluxj.net.proxy.Proxies;
import io.fluxj.net.tls.TlsConfig;
import java.time.Duration;

/**
 * All that is needed to talk to one repository.
 *
 * @param url address
 * @param credentials proof of identity; SSH ones for an SSH address, the others for HTTP
 * @param tls certificates for HTTPS
 * @param ssh restricts SSH algorithms
 * @param proxies the way to the server; SSH goes through SOCKS proxies without a password, or directly
 * @param timeout bound on each single operation, from its first packet to its last file
 * @param addresses which are connected to, also by redirects and submodules
 */
public record GitAccess(
        GitUrl url,
        GitCredentials credentials,
        TlsConfig tls,
        SshAlgorithms ssh,
        Proxies proxies,
        Duration timeout,
        AddressRule addresses) {
    /** Checks that the credentials fit the address. */
    public GitAccess {
        if (timeout.isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException("timeout must be positive");
        }
        if (url.isSsh() != credentials instanceof GitCredentials.OverSsh) {
            throw new IllegalArgumentException("SSH credentials belong to ssh:// addresses, and to no others");
        }
    }

    /** Access to any address. */
    public GitAccess(
            GitUrl url,
            GitCredentials credentials,
            TlsConfig tls,
            SshAlgorithms ssh,
            Proxies proxies,
            Duration timeout) {
        this(url, credentials, tls, ssh, proxies, timeout, AddressRule.any());
    }

    /** Access without proxies. */
    public GitAccess(GitUrl url, GitCredentials credentials, TlsConfig tls, SshAlgorithms ssh, Duration timeout) {
        this(url, credentials, tls, ssh, Proxies.NONE, timeout);
    }

    /** Anonymous access (or as the address says) over HTTP. */
    public static GitAccess anonymous(GitUrl url, Duration timeout) {
        return new GitAccess(url, new GitCredentials.None(), TlsConfig.SYSTEM, SshAlgorithms.DEFAULT, timeout);
    }
}
