package io.fluxj.source.git;

import io.fluxj.api.source.v1.GitRepository;
import io.fluxj.api.source.v1.GitRepositorySpec;
import io.fluxj.api.source.v1.GitRepositoryStatus;
import io.fluxj.git.GitAccess;
import io.fluxj.git.GitUrl;
import io.fluxj.git.jgit.JGitRemote;
import io.fluxj.runtime.reconcile.Failure;
import io.fluxj.runtime.reconcile.Pass;
import io.fluxj.runtime.reconcile.Retryable;
import io.fluxj.runtime.reconcile.Stalled;
import io.fluxj.runtime.secret.SecretData;
import java.time.Duration;
import java.util.Map;

/** Finds out where to fetch from, as whom, and what. */
final class AccessStep {
    private static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(60);

    private final GitParts parts;
    private final SecretStep secrets;

    AccessStep(GitParts parts) {
        this.parts = parts;
        this.secrets = new SecretStep(parts.secrets());
    }

    GitSource resolve(Pass<GitRepository, GitRepositoryStatus> pass) throws Failure {
        GitRepositorySpec spec = pass.object().getSpec();
        GitUrl url = url(spec);
        conceal(pass, url);
        SecretData secret = spec.secretRef() == null ? new SecretData(Map.of()) : secrets.read(pass);
        Authentication authentication = Authentication.of(pass.object(), url, secret);
        GitAccess access = new GitAccess(
                url,
                authentication.credentials(),
                authentication.tls(),
                parts.network().ssh(),
                parts.network().proxies(),
                timeout(spec));
        return new GitSource(
                new JGitRemote(access, parts.workFolder(), parts.limits()),
                WantedReference.of(spec.ref()),
                new GitSource.Hints(
                        authentication.hint(), Authentication.authorityHint(pass.object(), authentication.tls())));
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
                    .marking(GitCondition.FETCH_FAILED);
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
                            GitReason.URL_INVALID,
                            "failed to parse url '" + withoutUser(spec.url()) + "': " + malformed.getMessage(),
                            malformed)
                    .marking(GitCondition.FETCH_FAILED);
        }
    }

    /** What precedes the last {@code @} may be a password, however odd the rest looks. */
    private static String withoutUser(String url) {
        return url.replaceFirst("(?s)//.*@", "//*****@");
    }
}
