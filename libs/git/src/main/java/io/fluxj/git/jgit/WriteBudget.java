package io.fluxj.git.jgit;

import io.fluxj.git.FetchLimits;
import io.fluxj.git.GitException;
import io.fluxj.git.GitException.Problem;

/** What one operation may still write, its submodules included. Belongs to one thread. */
final class WriteBudget {
    private final FetchLimits limits;
    private long files;
    private long bytes;

    WriteBudget(FetchLimits limits) {
        this.limits = limits;
    }

    /** One more file or folder. */
    void file() throws GitException {
        files++;
        require(files <= limits.files(), "has more than " + limits.files() + " files and folders");
    }

    /** As many more bytes. */
    void bytes(long more) throws GitException {
        bytes += more;
        require(bytes <= limits.bytes(), "has more than " + limits.bytes() + " bytes");
    }

    /** A folder as deep as this below the commit's root. */
    void depth(int depth, String path) throws GitException {
        require(
                depth <= limits.depth(),
                "has more than " + limits.depth() + " folders within folders: " + ServerText.of(path));
    }

    /** Refuses the commit for what is wrong with it. */
    static void require(boolean holds, String otherwise) throws GitException {
        if (!holds) {
            throw new GitException(Problem.REFUSED, "the commit " + otherwise);
        }
    }
}
