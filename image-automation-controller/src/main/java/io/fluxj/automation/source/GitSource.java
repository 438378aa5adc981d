package io.fluxj.automation.source;

import io.fluxj.git.FetchLimits;
import io.fluxj.git.GitAccess;
import io.fluxj.git.GitException;
import io.fluxj.git.GitRevision;
import io.fluxj.git.GitWorkspace;
import io.fluxj.git.jgit.JGitRemote;
import io.fluxj.git.jgit.JGitWorkspace;
import io.fluxj.git.sign.CommitSigner;
import io.fluxj.net.proxy.ProxyRoute;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A repository to work on; the way to it is open as long as this is.
 *
 * @param access how it is reached
 * @param branches what is checked out and pushed to
 * @param signer signs commits; empty for none
 * @param place where fetched objects go, and how many they may be
 * @param route the way there
 */
public record GitSource(
        GitAccess access, Branches branches, Optional<CommitSigner> signer, Place place, ProxyRoute route)
        implements AutoCloseable {
    /**
     * Room for a fetch.
     *
     * @param folder existing folder
     * @param limits on what is fetched
     */
    public record Place(Path folder, FetchLimits limits) {}

    /** What the checkout reference points to now. */
    public GitRevision resolve() throws GitException {
        return new JGitRemote(access, place.folder(), place.limits()).resolve(branches.checkout());
    }

    /** Fetches it. */
    public GitWorkspace open() throws GitException {
        return JGitWorkspace.open(access, place.folder(), place.limits(), branches.checkout(), branches.work());
    }

    @Override
    public void close() {
        route.close();
    }
}
