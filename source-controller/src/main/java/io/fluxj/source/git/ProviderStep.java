package io.fluxj.source.git;

import io.fluxj.api.meta.Choice;
import io.fluxj.api.source.v1.GitProvider;
import io.fluxj.api.source.v1.GitRepository;
import io.fluxj.api.source.v1.GitRepositoryStatus;
import io.fluxj.git.GitCredentials;
import io.fluxj.git.GitUrl;
import io.fluxj.net.proxy.ProxyRoute;
import io.fluxj.runtime.identity.AccessToken;
import io.fluxj.runtime.identity.AwsCredentials;
import io.fluxj.runtime.identity.HttpRoute;
import io.fluxj.runtime.identity.IdentityException;
import io.fluxj.runtime.identity.Workload;
import io.fluxj.runtime.reconcile.Failure;
import io.fluxj.runtime.reconcile.Pass;
import io.fluxj.runtime.reconcile.Reason;
import io.fluxj.runtime.reconcile.Retryable;
import io.fluxj.runtime.reconcile.Stalled;
import io.fluxj.runtime.secret.GitHubApp;
import io.fluxj.runtime.secret.NamedSecret;
import io.fluxj.runtime.secret.SecretException;
import io.fluxj.source.artifact.SourceCondition;
import io.fluxj.source.artifact.SourceReason;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Asks those who vouch for an object for its credentials. Source: behaviour §1.3, §11.
 *
 * @param identity who they are
 */
record ProviderStep(GitParts.Identity identity) {
    private static final String DOING = "failed to configure authentication options: ";

    /** What Microsoft calls Azure DevOps. */
    private static final String AZURE_DEVOPS = "499b84ac-1321-427f-aa17-267ca6975798";

    /** Credentials of the object; what its Secret holds, unless somebody vouches for it. */
    Authentication authenticate(
            Pass<GitRepository, GitRepositoryStatus> pass, NamedSecret secret, Authentication given, GitAddress to)
            throws Failure, InterruptedException {
        HttpRoute route = new HttpRoute(to.route().proxies(), given.tls());
        return switch (provider(pass)) {
            case GENERIC -> withoutApp(secret, given);
            case GITHUB -> given.as(asApp(pass, secret, route));
            case AZURE -> given.as(asAzure(pass, to.url(), route));
            case AWS -> given.as(asAws(pass, to.url(), route));
        };
    }

    /** Where the credentials are for, and the way there. */
    record GitAddress(GitUrl url, ProxyRoute route) {}

    private static GitProvider provider(Pass<GitRepository, GitRepositoryStatus> pass) {
        @Nullable Choice<GitProvider> given = pass.object().getSpec().provider();
        return given == null ? GitProvider.GENERIC : given.known().orElse(GitProvider.GENERIC);
    }

    private static Authentication withoutApp(NamedSecret secret, Authentication given) throws Retryable {
        if (GitHubApp.isIn(secret)) {
            throw failed(
                    GitReason.INVALID_PROVIDER_CONFIGURATION,
                    "secretRef '" + secret.shown() + "' has github app data but provider is not set to github");
        }
        return given;
    }

    /** The token is for all of Azure DevOps, so it goes nowhere else. */
    private GitCredentials asAzure(Pass<GitRepository, GitRepositoryStatus> pass, GitUrl url, HttpRoute route)
            throws Failure, InterruptedException {
        String host = url.host().toLowerCase(Locale.ROOT);
        boolean ours = host.equals("dev.azure.com") || host.endsWith(".visualstudio.com");
        if (!url.scheme().equals("https") || !ours) {
            throw misplaced("azure", "https://dev.azure.com/ or https://NAME.visualstudio.com/");
        }
        AccessToken token = vouched(pass, () -> identity.azure().token(workload(pass), AZURE_DEVOPS, route));
        pass.conceal(token.value());
        return new GitCredentials.Bearer(token.value());
    }

    private GitCredentials asAws(Pass<GitRepository, GitRepositoryStatus> pass, GitUrl url, HttpRoute route)
            throws Failure, InterruptedException {
        CodeCommit repository = CodeCommit.of(url)
                .orElseThrow(() -> misplaced("aws", "https://git-codecommit.REGION.amazonaws.com/v1/repos/NAME"));
        AwsCredentials credentials =
                vouched(pass, () -> identity.aws().credentials(workload(pass), repository.region(), route));
        pass.conceal(credentials.secretKey());
        pass.conceal(credentials.sessionToken());
        return repository.sign(credentials, Instant.now());
    }

    private static Workload workload(Pass<GitRepository, GitRepositoryStatus> pass) {
        @Nullable String account = pass.object().getSpec().serviceAccountName();
        return account == null || account.isEmpty()
                ? new Workload.Controller()
                : new Workload.Account(pass.object().getMetadata().getNamespace(), account);
    }

    private interface Issuer<T> {
        T issue() throws IdentityException;
    }

    private static <T> T vouched(Pass<GitRepository, GitRepositoryStatus> pass, Issuer<T> issuer)
            throws Failure, InterruptedException {
        try {
            return pass.transferring(pass.outdated(), issuer::issue);
        } catch (IdentityException refused) {
            throw failed(SourceReason.AUTHENTICATION_FAILED, DOING + refused.message());
        }
    }

    private static Stalled misplaced(String provider, String places) {
        return Stalled.of(
                        GitReason.INVALID_PROVIDER_CONFIGURATION,
                        "spec.url must begin with " + places + " when provider is set to " + provider)
                .marking(SourceCondition.FETCH_FAILED);
    }

    private GitCredentials asApp(Pass<GitRepository, GitRepositoryStatus> pass, NamedSecret secret, HttpRoute route)
            throws Failure, InterruptedException {
        if (!GitHubApp.isIn(secret)) {
            throw failed(
                    GitReason.INVALID_PROVIDER_CONFIGURATION,
                    "secretRef with github app data must be specified when provider is set to github");
        }
        try {
            GitHubApp app = GitHubApp.require(secret);
            AccessToken token = vouched(pass, () -> identity.gitHub().token(app, route));
            pass.conceal(token.value());
            return new GitCredentials.Basic(GitHubApp.USERNAME, token.value());
        } catch (SecretException malformed) {
            throw failed(SourceReason.AUTHENTICATION_FAILED, DOING + malformed.message());
        }
    }

    private static Retryable failed(Reason reason, String message) {
        return Retryable.of(reason, message).marking(SourceCondition.FETCH_FAILED);
    }
}
