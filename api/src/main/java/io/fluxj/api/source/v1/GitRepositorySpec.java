package io.fluxj.api.source.v1;

import io.fluxj.api.json.Absent;
import io.fluxj.api.json.JsonRecord;
import io.fluxj.api.json.UnknownFields;
import io.fluxj.api.meta.Choice;
import io.fluxj.api.meta.GoDuration;
import io.fluxj.api.meta.LocalObjectReference;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What to fetch, from where, how often.
 *
 * @param url Address of the repository; http, https or ssh. The short form user&#64;host:path is not accepted; write ssh://user&#64;host/path.
 * @param secretRef Secret in the same namespace with the credentials. For http and https: username and password, or bearerToken; and, where needed, ca.crt, and tls.crt with tls.key. For ssh: identity (private key), known_hosts and, for an encrypted key, password. For a GitHub App: githubAppID, githubAppInstallationID or githubAppInstallationOwner, githubAppPrivateKey.
 * @param provider Who issues the credentials. generic takes them from secretRef; aws, azure, gcp and github obtain a short-lived token from the cloud or the GitHub App. Defaults to generic.
 * @param serviceAccountName Service account in the same namespace whose workload identity is used to log in to the cloud. Only with provider aws, azure or gcp. Without it the controller's own identity is used.
 * @param interval How often the remote is asked whether it has moved, such as 5m or 1h30m.
 * @param timeout Longest time for one Git operation, such as a clone. Default: {@code 60s}.
 * @param ref Which revision to fetch. The branch master when not set.
 * @param verify Check the OpenPGP or SSH signature of the commit or the tag, and refuse revisions that are not signed by a trusted key.
 * @param ignore Files to leave out of the artifact, as lines in the form of .gitignore. Replaces the default list of exclusions (Git's own files, CI configuration, images, archives) except for the version-control directories.
 * @param suspend Pause. While true nothing is fetched; the last artifact stays available.
 * @param recurseSubmodules Fetch the submodules as well, with the same credentials. Defaults to false.
 * @param include Artifacts of other GitRepositories to lay into this one's artifact.
 * @param sparseCheckout Directories to check out, given from the root of the repository. Everything when empty.
 * @param proxySecretRef Secret in the same namespace with the address of a proxy (http, https or socks5; for ssh only socks5), and username and password where it wants them.
 * @param unknown fields that this version of the class does not know; written back as they were read
 */
@JsonRecord
public record GitRepositorySpec(
        String url,
        @Nullable LocalObjectReference secretRef,
        @Nullable Choice<GitProvider> provider,
        @Nullable String serviceAccountName,
        GoDuration interval,
        @Nullable GoDuration timeout,
        @Nullable GitRepositoryReference ref,
        @Nullable GitRepositoryVerification verify,
        @Nullable String ignore,
        @Nullable Boolean suspend,
        @Nullable Boolean recurseSubmodules,
        List<GitRepositoryInclude> include,
        List<String> sparseCheckout,
        @Nullable LocalObjectReference proxySecretRef,
        @UnknownFields Map<String, Object> unknown)
        implements GitRepositorySpecBuilder.With {

    /** Keeps collections unmodifiable, and tells absent ones from empty ones. */
    public GitRepositorySpec {
        include = Absent.copy(include);
        sparseCheckout = Absent.copy(sparseCheckout);
        unknown = Absent.copy(unknown);
    }

    /**
     * Starts an empty value.
     *
     * @return a builder with nothing set
     */
    public static GitRepositorySpecBuilder builder() {
        return GitRepositorySpecBuilder.builder();
    }
}
