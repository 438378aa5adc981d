package io.fluxj.git.jgit;

import io.fluxj.git.FetchLimits;
import io.fluxj.git.GitAccess;
import io.fluxj.git.GitException;
import io.fluxj.git.GitException.Problem;
import io.fluxj.git.GitReference;
import io.fluxj.git.GitRevision;
import io.fluxj.git.GitWorkspace;
import io.fluxj.git.NewCommit;
import io.fluxj.git.Push;
import io.fluxj.git.TreeFile;
import io.fluxj.git.WorkBranch;
import io.fluxj.git.sign.SigningException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.revwalk.RevCommit;

/** A workspace over HTTP(S) or SSH: the objects lie in a folder that goes with it. */
public final class JGitWorkspace implements GitWorkspace {
    private final GitAccess access;
    private final FetchLimits limits;
    private final ScratchRepository scratch;
    private final Start start;

    /**
     * What was found.
     *
     * @param selection what the reference points to
     * @param head the commit that work goes on upon; zero when the repository is empty
     * @param seen the commit that the server has at the branch; zero for none
     */
    private record Start(Selection selection, ObjectId head, ObjectId seen) {}

    private JGitWorkspace(GitAccess access, FetchLimits limits, ScratchRepository scratch, Start start) {
        this.access = access;
        this.limits = limits;
        this.scratch = scratch;
        this.start = start;
    }

    /**
     * Fetches what is to be changed, with as little history as the server allows.
     *
     * @param scratchFolder existing folder for received objects
     * @param reference where the work begins
     * @param branch the branch to be changed
     */
    public static JGitWorkspace open(
            GitAccess access, Path scratchFolder, FetchLimits limits, GitReference reference, WorkBranch branch)
            throws GitException {
        Guard guard = new Guard(new Deadline(access.timeout()), limits.received());
        try {
            return guard.deadline().bound(() -> fetched(access, scratchFolder, limits, reference, branch, guard));
        } catch (GitException failed) {
            throw JGitRemote.explained(access, "unable to clone", reference, failed);
        }
    }

    /**
     * As {@link #open} of a branch to be continued, which begins with the first commit when the repository is empty.
     *
     * @param branch short name
     */
    public static JGitWorkspace openOrBegin(GitAccess access, Path scratchFolder, FetchLimits limits, String branch)
            throws GitException {
        try {
            return open(access, scratchFolder, limits, new GitReference.Branch(branch), WorkBranch.ofReference());
        } catch (GitException failed) {
            if (failed.problem() != Problem.EMPTY_REPOSITORY) {
                throw failed;
            }
            return begun(access, scratchFolder, limits, branch);
        }
    }

    private static JGitWorkspace begun(GitAccess access, Path scratchFolder, FetchLimits limits, String branch)
            throws GitException {
        Guard guard = new Guard(new Deadline(access.timeout()), limits.received());
        try {
            ScratchRepository scratch = ScratchRepository.create(scratchFolder, guard);
            Selection nothing = Selection.of(branch, ObjectId.zeroId());
            return new JGitWorkspace(access, limits, scratch, new Start(nothing, ObjectId.zeroId(), ObjectId.zeroId()));
        } catch (IOException failed) {
            throw Failures.of(failed, Optional.empty());
        }
    }

    private static JGitWorkspace fetched(
            GitAccess access,
            Path scratchFolder,
            FetchLimits limits,
            GitReference reference,
            WorkBranch branch,
            Guard guard)
            throws GitException {
        try {
            ScratchRepository scratch = ScratchRepository.create(scratchFolder, guard);
            try {
                return new JGitWorkspace(
                        access, limits, scratch, start(new CommitFetch(access, scratch, guard), reference, branch));
            } catch (GitException | IOException | RuntimeException failed) {
                scratch.close();
                throw failed;
            }
        } catch (IOException failed) {
            throw Failures.of(failed, Optional.empty());
        }
    }

    private static Start start(CommitFetch fetch, GitReference reference, WorkBranch branch)
            throws GitException, IOException {
        Selection selection = fetch.fetch(reference);
        if (branch.name().isEmpty()) {
            return new Start(selection, selection.commit(), selection.commit());
        }
        try {
            ObjectId there = fetch.fetch(new GitReference.Branch(branch.name())).commit();
            return new Start(selection, branch.continued() ? there : selection.commit(), there);
        } catch (GitException missing) {
            if (missing.problem() != Problem.REFERENCE_NOT_FOUND) {
                throw missing;
            }
            return new Start(selection, selection.commit(), ObjectId.zeroId());
        }
    }

    @Override
    public GitRevision checkedOut() {
        return start.selection().revision();
    }

    @Override
    public String head() {
        return start.head().name();
    }

    @Override
    public boolean isThere() {
        return !start.seen().equals(ObjectId.zeroId());
    }

    @Override
    public boolean hasSame(String commit) throws GitException {
        if (!isThere()) {
            return false;
        }
        try {
            RevCommit made = asWritten(ObjectId.fromString(commit));
            RevCommit there = asWritten(start.seen());
            return made.getTree().equals(there.getTree())
                    && List.of(made.getParents()).equals(List.of(there.getParents()));
        } catch (IOException unreadable) {
            throw Failures.of(unreadable, Optional.empty());
        }
    }

    /** Also with the parents that were not fetched. */
    private RevCommit asWritten(ObjectId commit) throws IOException {
        return RevCommit.parse(scratch.repository().open(commit).getBytes());
    }

    @Override
    public List<TreeFile> files() throws GitException {
        try {
            return new CommitTree(scratch.repository(), start.head(), limits).files();
        } catch (IOException unreadable) {
            throw Failures.of(unreadable, Optional.empty());
        }
    }

    @Override
    public byte[] read(TreeFile file) throws GitException {
        try {
            return new CommitTree(scratch.repository(), start.head(), limits).read(file.path());
        } catch (IOException unreadable) {
            throw Failures.of(unreadable, Optional.empty());
        }
    }

    @Override
    public String commit(NewCommit commit) throws GitException, SigningException {
        try {
            return new CommitWriter(scratch.repository(), start.head())
                    .write(commit)
                    .name();
        } catch (IOException unwritable) {
            throw Failures.of(unwritable, Optional.empty());
        }
    }

    @Override
    public void push(Push push) throws GitException {
        Guard guard = new Guard(new Deadline(access.timeout()), limits.received());
        guard.deadline().bound(() -> {
            new PushOperation(access, scratch, guard).push(push, start.seen());
            return push;
        });
    }

    @Override
    public void close() {
        try {
            scratch.close();
        } catch (IOException left) {
            throw new UncheckedIOException("cannot remove " + scratch.folder(), left);
        }
    }
}
