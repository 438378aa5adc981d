package io.fluxj.git;

import java.nio.file.Path;

/** One remote repository. Each call is an operation of its own, bounded by {@link GitAccess#timeout}. */
public interface GitRemote {
    /**
     * What a reference points to now, asked without fetching files.
     *
     * @throws GitException when the remote cannot be asked or does not have it
     */
    GitRevision resolve(GitReference reference) throws GitException;

    /**
     * Writes the files of the commit that a reference points to. No {@code .git} folder and no attribute filters: bytes as
     * they are in the commit, executable files with their owner's execute bit. Symbolic links are left out, a submodule is
     * an empty folder unless it is asked for; then its folder has a file {@code .git} as Git writes it. Fetches as little history as the server allows.
     *
     * @return the commit
     * @throws GitException when the remote cannot be asked, does not have it, or sends more than the limits or a tree with
     *     paths that lead out of the folder; the folder may then hold some of the files
     */
    FetchedCommit fetch(GitReference reference, Checkout checkout) throws GitException;

    /** As {@link #fetch(GitReference, Checkout)}, all of it. */
    default FetchedCommit fetch(GitReference reference, Path folder) throws GitException {
        return fetch(reference, Checkout.all(folder));
    }
}
