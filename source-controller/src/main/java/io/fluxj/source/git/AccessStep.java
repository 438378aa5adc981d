package io.fluxj.source.git;

import io.fluxj.api.meta.LocalObjectReference;
import io.fluxj.api.source.v1.GitRepository;
import io.fluxj.api.source.v1.GitRepositorySpec;
import io.fluxj.api.source.v1.GitRepositoryStatus;
import io.fluxj.git.GitAccess;
import io.fluxj.git.GitReference;
import io.fluxj.git.GitRemote;
import io.fluxj.git.GitUrl;
import io.fluxj.net.proxy.ProxyRoute;
import io.fluxj.runtime.git.WantedReference;
import io.fluxj.runtime.reconcile.Failure;
import io.fluxj.runtime.reconcile.Pass;
import io.fluxj.runtime.reconcile.Retryable;
import io.fluxj.runtime.reconcile.Stalled;
import io.fluxj.runtime.secret.NamedSecret;
import io.fluxj.source.artifact.SecretStep;
import io.fluxj.source.artifact.SourceCondition;
import io.fluxj.source.artifact.SourceReason;
import java.time.Duration;
import java.time.Instant;

/** Finds out where to fetch from, as whom, and what. */
final class AccessStep {
    private static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(60);

    private final GitParts parts;
    private final SecretStep secrets;
    private final RouteStep routes;
    private final ProviderStep providers;

    AccessStep(GitParts parts) {
        this.parts = parts;
        this.secrets = new SecretStep(parts.secrets());
        this.routes = new RouteStep(secrets, parts.network().proxies());
        this.providers = new ProviderStep(parts.identity());
    }

    GitSource resolve(Pass<GitRepository, GitRepositoryStatus> pass) throws Failure, InterruptedException {
        Instant began = parts.storage().clock().instant();
        GitUrl url = url(pass.object().getSpec());
        conceal(pass, url);
        NamedSecret secret = secret(pass);
        Authentication given = Authentication.of(url, secret);
        ProxyRoute route = routes.open(pass, url, given.tls());
        try {
            return source(pass, url, providers.authenticate(pass, secret, given, route), route, began);
        } catch (Failure | InterruptedException | RuntimeException failed) {
            route.close();
            throw failed;
        }
    }

    private GitSource source(
            Pass<GitRepository, GitRepositoryStatus> pass,
            GitUrl url,
            Authentication as,
            ProxyRoute route,
            Instant began)
            throws Failure {
        GitRepositorySpec spec = pass.object().getSpec();
        GitReference reference = reference(spec);
        GitAccess access =
                new GitAccess(url, as.credentials(), as.tls(), parts.network().ssh(), route.proxies(), timeout(spec));
        GitRemote remote = parts.remotes().remote(access, News.of(pass, began));
        return new GitSource(remote, reference, as.hints(), route);
    }

    private static GitReference reference(GitRepositorySpec spec) throws Retryable {
        try {
            return WantedReference.of(spec.ref());
        } catch (IllegalArgumentException malformed) {
            throw Retryable.of(
                            GitReason.GIT_OPERATION_FAILED,
                            "failed to checkout and determine revision: " + malformed.getMessage(),
                            malformed)
                    .marking(SourceCondition.FETCH_FAILED);
        }
    }

    private NamedSecret secret(Pass<GitRepository, GitRepositoryStatus> pass) throws Retryable {
        LocalObjectReference named = pass.object().getSpec().secretRef();
        return named == null
                ? NamedSecret.none(pass.object().getMetadata().getNamespace())
                : secrets.read(pass, named.name(), "failed to get secret");
    }

    /** A token may stand in place of the name, with nothing for a password. */
    private static void conceal(Pass<GitRepository, GitRepositoryStatus> pass, GitUrl url) {
        pass.conceal(url.password());
        if (!url.isSsh() && url.password().isEmpty()) {
            pass.conceal(url.user());
        }
    }

    private Duration timeout(GitRepositorySpec spec) throws Retryable {
        Duration timeout =
                spec.timeout() == null ? DEFAULT_TIMEOUT : spec.timeout().value();
        if (!timeout.isPositive()) {
            throw Retryable.of(
                            GitReason.GIT_OPERATION_FAILED,
                            "failed to checkout and determine revision: spec.timeout leaves no time: '" + spec.timeout()
                                    + "'")
                    .marking(SourceCondition.FETCH_FAILED);
        }
        return parts.network()
                .longest()
                .filter(longest -> longest.compareTo(timeout) < 0)
                .orElse(timeout);
    }

    private static GitUrl url(GitRepositorySpec spec) throws Stalled {
        try {
            return GitUrl.parse(spec.url());
        } catch (IllegalArgumentException malformed) {
            throw Stalled.of(
                            SourceReason.URL_INVALID,
                            "failed to parse url '" + withoutUser(spec.url()) + "': " + malformed.getMessage(),
                            malformed)
                    .marking(SourceCondition.FETCH_FAILED);
        }
    }

    /** What precedes the last {@code @} may be a password, however odd the rest looks. */
    private static String withoutUser(String url) {
        return url.replaceFirst("(?s)//.*@", "//*****@");
    }
}
