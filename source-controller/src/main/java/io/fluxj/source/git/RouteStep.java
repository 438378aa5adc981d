package io.fluxj.source.git;

import io.fluxj.api.meta.LocalObjectReference;
import io.fluxj.api.source.v1.GitRepository;
import io.fluxj.api.source.v1.GitRepositoryStatus;
import io.fluxj.git.GitUrl;
import io.fluxj.net.proxy.Proxies;
import io.fluxj.net.proxy.ProxyRoute;
import io.fluxj.net.proxy.ProxyServer;
import io.fluxj.net.tls.TlsConfig;
import io.fluxj.runtime.reconcile.Pass;
import io.fluxj.runtime.reconcile.Retryable;
import io.fluxj.runtime.secret.NamedSecret;
import io.fluxj.runtime.secret.ProxyAddress;
import io.fluxj.runtime.secret.SecretException;
import io.fluxj.source.artifact.SecretStep;
import io.fluxj.source.artifact.SourceCondition;
import io.fluxj.source.artifact.SourceReason;
import java.io.IOException;
import java.net.Proxy;

/**
 * Opens the way to the servers of a repository. Source: behaviour §0.2, §1.3.
 *
 * @param secrets reads the Secret that names a proxy
 * @param others the way of objects that name none
 */
record RouteStep(SecretStep secrets, Proxies others) {
    private static final String DOING = "failed to configure proxy options: ";

    /**
     * The way to a server.
     *
     * @param tls whom to trust of proxies that are spoken to over TLS
     */
    ProxyRoute open(Pass<GitRepository, GitRepositoryStatus> pass, GitUrl url, TlsConfig tls) throws Retryable {
        LocalObjectReference named = pass.object().getSpec().proxySecretRef();
        if (named == null) {
            return ProxyRoute.of(others);
        }
        try {
            NamedSecret secret = secrets.read(pass, named.name(), DOING + "failed to get secret");
            ProxyServer server = ProxyAddress.require(secret).server();
            pass.conceal(server.password());
            requireFitting(server, url);
            return ProxyRoute.through(server, TlsConfig.trusting(tls.trust()));
        } catch (SecretException | IOException unusable) {
            throw Retryable.of(SourceReason.AUTHENTICATION_FAILED, DOING + unusable.getMessage(), unusable)
                    .marking(SourceCondition.FETCH_FAILED);
        }
    }

    private static void requireFitting(ProxyServer server, GitUrl url) throws IOException {
        if (url.isSsh() && server.proxy().type() != Proxy.Type.SOCKS) {
            throw new IOException("spec.url is an ssh:// address, which is reached through socks5:// proxies only");
        }
    }
}
