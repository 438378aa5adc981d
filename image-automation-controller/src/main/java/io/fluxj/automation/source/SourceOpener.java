package io.fluxj.automation.source;

import io.fluxj.api.image.v1.GitSpec;
import io.fluxj.api.meta.LocalObjectReference;
import io.fluxj.api.source.v1.GitRepository;
import io.fluxj.api.source.v1.GitRepositorySpec;
import io.fluxj.git.GitAccess;
import io.fluxj.git.GitCredentials;
import io.fluxj.git.GitUrl;
import io.fluxj.net.proxy.ProxyRoute;
import io.fluxj.net.proxy.ProxyServer;
import io.fluxj.net.tls.TlsConfig;
import io.fluxj.runtime.git.GitIdentity;
import io.fluxj.runtime.git.GitLogin;
import io.fluxj.runtime.identity.IdentityException;
import io.fluxj.runtime.secret.NamedSecret;
import io.fluxj.runtime.secret.ProxyAddress;
import io.fluxj.runtime.secret.SecretException;
import java.io.IOException;
import java.net.Proxy;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Finds out how the repository of a GitRepository is reached, and as whom. Source: behaviour §1.3, §6. */
public final class SourceOpener {
    private static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(60);

    private final SourceParts parts;
    private final SigningKeys keys;

    /** Reads Secrets through {@code parts}. */
    public SourceOpener(SourceParts parts) {
        this.parts = parts;
        this.keys = new SigningKeys(parts.secrets());
    }

    /**
     * The way to the repository; to be closed. May ask a server for a token.
     *
     * @param namespace of the automation, where its signing key is
     * @param conceal hears what must not be read in any message
     */
    public GitSource open(GitRepository repository, GitSpec git, String namespace, Consumer<String> conceal)
            throws SourceException, InterruptedException {
        GitRepositorySpec spec = repository.getSpec();
        GitUrl url = url(spec);
        conceal.accept(url.password());
        Branches branches = Branches.of(git, spec);
        var signer = keys.signer(namespace, git.commit().signingKey());
        NamedSecret secret = secret(repository, spec.secretRef(), "failed to get auth secret", conceal);
        try {
            GitLogin login = GitLogin.of(url, secret);
            ProxyRoute route = route(repository, url, login.tls(), conceal);
            try {
                GitCredentials who = credentials(repository, secret, login, route, conceal);
                GitAccess access = new GitAccess(url, who, login.tls(), parts.ssh(), route.proxies(), timeout(spec));
                return new GitSource(access, branches, signer, parts.place(), route);
            } catch (SourceException | RuntimeException failed) {
                route.close();
                throw failed;
            }
        } catch (SecretException unusable) {
            throw new SourceException(unusable.message(), unusable);
        }
    }

    private static GitUrl url(GitRepositorySpec spec) throws SourceException {
        try {
            return GitUrl.parse(spec.url());
        } catch (IllegalArgumentException malformed) {
            String shown = spec.url().replaceFirst("(?s)//.*@", "//*****@");
            throw new SourceException("failed to parse url '" + shown + "': " + malformed.getMessage(), malformed);
        }
    }

    private NamedSecret secret(
            GitRepository repository, @Nullable LocalObjectReference named, String doing, Consumer<String> conceal)
            throws SourceException {
        String namespace = repository.getMetadata().getNamespace();
        if (named == null) {
            return NamedSecret.none(namespace);
        }
        try {
            NamedSecret secret = parts.secrets().require(namespace, named.name(), doing);
            secret.confidential().forEach(conceal);
            return secret;
        } catch (SecretException missing) {
            throw new SourceException(missing.message(), missing);
        }
    }

    private ProxyRoute route(GitRepository repository, GitUrl url, TlsConfig tls, Consumer<String> conceal)
            throws SourceException, SecretException {
        LocalObjectReference named = repository.getSpec().proxySecretRef();
        if (named == null) {
            return ProxyRoute.of(parts.proxies());
        }
        ProxyServer server = ProxyAddress.require(secret(repository, named, "failed to get proxy secret", conceal))
                .server();
        conceal.accept(server.password());
        if (url.isSsh() && server.proxy().type() != Proxy.Type.SOCKS) {
            throw new SourceException("spec.url is an ssh:// address, which is reached through socks5:// proxies only");
        }
        try {
            return ProxyRoute.through(server, TlsConfig.trusting(tls.trust()));
        } catch (IOException noPort) {
            throw new SourceException("failed to reach the proxy: " + noPort.getMessage(), noPort);
        }
    }

    private GitCredentials credentials(
            GitRepository repository, NamedSecret secret, GitLogin login, ProxyRoute route, Consumer<String> conceal)
            throws SourceException {
        Optional<String> contradiction = GitIdentity.contradiction(repository.getSpec(), secret);
        if (contradiction.isPresent()) {
            throw new SourceException(contradiction.get());
        }
        try {
            GitCredentials who = parts.identity().credentials(repository, secret, login, route.proxies());
            who.confidential().forEach(conceal);
            return who;
        } catch (IdentityException refused) {
            throw new SourceException(refused.message(), refused);
        }
    }

    private static Duration timeout(GitRepositorySpec spec) throws SourceException {
        try {
            Duration timeout =
                    spec.timeout() == null ? DEFAULT_TIMEOUT : spec.timeout().value();
            if (timeout.isPositive()) {
                return timeout;
            }
        } catch (IllegalArgumentException unusable) {
            throw new SourceException("spec.timeout of the GitRepository: " + unusable.getMessage(), unusable);
        }
        throw new SourceException("spec.timeout of the GitRepository leaves no time: '" + spec.timeout() + "'");
    }
}
