package io.fluxj.manifest.remote;

import io.fluxj.git.Checkout;
import io.fluxj.git.FetchLimits;
import io.fluxj.git.GitAccess;
import io.fluxj.git.GitCredentials;
import io.fluxj.git.GitException;
import io.fluxj.git.GitReference;
import io.fluxj.git.GitRemote;
import io.fluxj.git.GitRevision;
import io.fluxj.git.GitUrl;
import io.fluxj.git.SshAlgorithms;
import io.fluxj.git.jgit.JGitRemote;
import io.fluxj.kustomize.DirectoryTree;
import io.fluxj.kustomize.RemoteBases.RemoteBase;
import io.fluxj.net.address.AddressRule;
import io.fluxj.net.proxy.Proxies;
import io.fluxj.net.tls.TlsConfig;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Fetches bases in Git repositories over HTTPS (and HTTP), and over SSH from servers that let everybody in, as nobody in particular, from
 * addresses that the rule allows. What a reference points to is asked each time; a commit's files are fetched once.
 */
public final class GitBases {

    private static final FetchLimits LIMITS =
            new FetchLimits(FetchLimits.Received.DEFAULT.withPackBytes(256L << 20), 100_000, 1L << 30, 64);

    private final AddressRule rule;
    private final Proxies proxies;
    private final FetchedCommits commits;
    private final String knownHosts;

    /**
     * Fetches from these addresses.
     *
     * @param folder for what is fetched; made when it is needed, and nobody else's
     * @param knownHosts lines of a {@code known_hosts} file, with the SSH servers that may be asked; empty for none
     */
    public GitBases(AddressRule rule, Proxies proxies, Path folder, String knownHosts) {
        this.rule = rule;
        this.proxies = proxies;
        this.commits = new FetchedCommits(folder);
        this.knownHosts = knownHosts;
    }

    RemoteBase fetch(String written) throws IOException {
        RepositoryUrl url = RepositoryUrl.parse(written);
        GitRemote remote = new JGitRemote(access(url), commits.scratch(), LIMITS);
        try {
            return base(url, files(url, remote));
        } catch (GitException e) {
            throw new IOException(e.message() + remedy(url, e), e);
        }
    }

    private static String remedy(RepositoryUrl url, GitException failed) {
        if (!url.isSsh()) {
            return "";
        }
        return switch (failed.problem()) {
            case AUTHENTICATION -> ": bases are fetched without a key: " + RepositoryUrl.OTHERWISE;
            case HOST_KEY ->
                ": add the server's key to the file of --remote-bases-known-hosts, or " + RepositoryUrl.OTHERWISE;
            case CERTIFICATE,
                    EMPTY_REPOSITORY,
                    IDENTITY,
                    PROTOCOL,
                    REFERENCE_NOT_FOUND,
                    REFUSED,
                    REJECTED,
                    REPOSITORY_NOT_FOUND,
                    TIMEOUT,
                    UNREACHABLE,
                    UNSUPPORTED -> "";
        };
    }

    private static RemoteBase base(RepositoryUrl url, Path folder) throws IOException {
        return new RemoteBase(DirectoryTree.of(folder), url.directory(), url.repository(), url.reference());
    }

    private Path files(RepositoryUrl url, GitRemote remote) throws GitException, IOException {
        GitRevision revision = resolve(url.reference(), remote);
        FetchedCommits.Key key = new FetchedCommits.Key(url.repository(), revision.hash(), url.submodules());
        var known = commits.find(key);
        if (known.isPresent()) {
            return known.get();
        }
        Path folder = commits.fresh();
        try {
            remote.fetch(
                    new GitReference.Commit(revision.hash(), ""), new Checkout(folder, List.of(), url.submodules()));
            return commits.keep(key, folder);
        } catch (GitException | IOException e) {
            commits.discard(folder);
            throw e;
        }
    }

    /** A tag is looked for before a branch, as Git does. */
    private static GitRevision resolve(String reference, GitRemote remote) throws GitException {
        if (reference.isEmpty()) {
            return remote.resolve(new GitReference.FullName("HEAD"));
        }
        if (GitRevision.isHash(reference)) {
            return remote.resolve(new GitReference.Commit(reference, ""));
        }
        if (reference.startsWith("refs/")) {
            return remote.resolve(new GitReference.FullName(reference));
        }
        try {
            return remote.resolve(new GitReference.Tag(reference));
        } catch (GitException e) {
            if (e.problem() != GitException.Problem.REFERENCE_NOT_FOUND) {
                throw e;
            }
            return remote.resolve(new GitReference.Branch(reference));
        }
    }

    private GitCredentials credentials(GitUrl address) throws IOException {
        if (!address.isSsh()) {
            return new GitCredentials.None();
        }
        if (knownHosts.isBlank()) {
            throw new IOException(
                    "SSH servers are asked only where --remote-bases-known-hosts names a file with their keys: "
                            + RepositoryUrl.OTHERWISE);
        }
        return new GitCredentials.AnonymousSsh(knownHosts);
    }

    private GitAccess access(RepositoryUrl url) throws IOException {
        GitUrl address;
        try {
            address = GitUrl.parse(url.repository());
        } catch (IllegalArgumentException e) {
            throw new IOException("the address cannot be used: " + e.getMessage(), e);
        }
        if (address.isSsh()
                ? !address.password().isEmpty()
                : !address.userInfo().isEmpty()) {
            throw new IOException("the address holds a name or password, which everybody can read there:"
                    + " make it a GitRepository with a secretRef, and include it");
        }
        return new GitAccess(
                address, credentials(address), TlsConfig.SYSTEM, SshAlgorithms.DEFAULT, proxies, url.timeout(), rule);
    }
}
