package io.fluxj.git;

import io.fluxj.git.sign.SigningException;
import java.util.List;

/**
 * One branch of a remote, to be changed. Nothing is written to the remote but by {@link #push}. Each call that talks to the remote is an operation of its own,
 * bounded by {@link GitAccess#timeout}. Belongs to one thread.
 */
public interface GitWorkspace extends AutoCloseable {
    /** What the reference that the work began with points to. */
    GitRevision checkedOut();

    /**
     * The commit that a new commit follows: that of the reference, unless a branch that was there already is continued. Forty zeros when the repository has
     * no commit at all.
     */
    String head();

    /** Whether the server has the branch to be changed. */
    boolean isThere();

    /** Whether the server has a commit like this one at the branch: with the same files, upon the same commit. */
    boolean hasSame(String commit) throws GitException;

    /** The files of {@link #head}, in the order of their paths. */
    List<TreeFile> files() throws GitException;

    /**
     * The bytes of a file, or where a link leads.
     *
     * @throws GitException when it is too large
     */
    byte[] read(TreeFile file) throws GitException;

    /**
     * Makes a commit upon {@link #head}, in memory so to say.
     *
     * @return its hash
     */
    String commit(NewCommit commit) throws GitException, SigningException;

    /**
     * Pushes.
     *
     * @throws GitException with {@link GitException.Problem#REJECTED} when the server does not take it
     */
    void push(Push push) throws GitException;

    @Override
    void close();
}
