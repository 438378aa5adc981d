package io.fluxj.git.jgit;

import io.fluxj.git.FetchLimits;
import io.fluxj.git.FetchedCommit;
import io.fluxj.git.GitAccess;
import io.fluxj.git.GitException;
import io.fluxj.git.GitException.Problem;
import io.fluxj.git.GitReference;
import io.fluxj.git.GitRemote;
import io.fluxj.git.GitRevision;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.errors.TransportException;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;

/** A remote over HTTP(S) or SSH. Safe for use by several threads; keeps nothing between calls. */
public final class JGitRemote implements GitRemote {
    private final GitAccess access;
    private final Path scratchFolder;
    private final FetchLimits limits;

    /**
     * A remote.
     *
     * @param access where and how
     * @param scratchFolder existing folder for received objects; each operation leaves it as it found it
     * @param limits bounds on a fetch
     */
    public JGitRemote(GitAccess access, Path scratchFolder, FetchLimits limits) {
        this.access = access;
        this.scratchFolder = scratchFolder;
        this.limits = limits;
    }

    @Override
    public GitRevision resolve(GitReference reference) throws GitException {
        return explained("unable to list remote for", reference, (scratch, guard) -> {
            try (Session session = Session.open(access, scratch, guard)) {
                return find(session, reference, scratch).revision();
            }
        });
    }

    @Override
    public FetchedCommit fetch(GitReference reference, Path folder) throws GitException {
        return explained("unable to clone", reference, (scratch, guard) -> {
            try (Session session = Session.open(access, scratch, guard)) {
                Selection selection = fetchObjects(session, reference, scratch);
                return writeFiles(scratch, selection, folder, guard.deadline());
            }
        });
    }

    /** Work in a scratch repository. */
    private interface Work<T> {
        T run(ScratchRepository scratch, Guard guard) throws GitException, IOException;
    }

    private <T> T explained(String doing, GitReference reference, Work<T> work) throws GitException {
        try {
            Deadline deadline = new Deadline(access.timeout());
            return deadline.bound(() -> inScratch(work, new Guard(deadline, limits.received())));
        } catch (GitException failed) {
            throw new GitException(failed.problem(), prefix(doing, reference, failed) + failed.getMessage(), failed);
        }
    }

    private <T> T inScratch(Work<T> work, Guard guard) throws GitException {
        try (ScratchRepository scratch = ScratchRepository.create(scratchFolder, guard)) {
            return work.run(scratch, guard);
        } catch (IOException failed) {
            throw Failures.of(failed, Optional.empty());
        }
    }

    private String prefix(String doing, GitReference reference, GitException failed) {
        String where = " '" + access.url().shown() + "': ";
        return switch (failed.problem()) {
            case IDENTITY -> "unable to construct auth method with options: ";
            case EMPTY_REPOSITORY -> "";
            case REFERENCE_NOT_FOUND -> isNamed(reference) ? "unable to clone" + where : "";
            case REPOSITORY_NOT_FOUND,
                    AUTHENTICATION,
                    HOST_KEY,
                    CERTIFICATE,
                    UNREACHABLE,
                    TIMEOUT,
                    UNSUPPORTED,
                    REFUSED,
                    PROTOCOL -> doing + where;
        };
    }

    private static boolean isNamed(GitReference reference) {
        return switch (reference) {
            case GitReference.Branch _, GitReference.Tag _ -> true;
            case GitReference.TagRange _, GitReference.FullName _, GitReference.Commit _ -> false;
        };
    }

    /** A commit never changes, so nobody is asked about it. */
    private Selection find(Session session, GitReference reference, ScratchRepository scratch)
            throws GitException, IOException {
        if (reference instanceof GitReference.Commit commit) {
            return Advertised.hashed(commit);
        }
        try (Listing listing = session.list(reference)) {
            List<Selection> found = select(session, listing, reference);
            return found.size() == 1 ? found.getFirst() : newest(found, listing, scratch);
        }
    }

    private Selection fetchObjects(Session session, GitReference reference, ScratchRepository scratch)
            throws GitException, IOException {
        try (Listing listing = session.list(reference)) {
            List<Selection> found = select(session, listing, reference);
            try {
                return newest(found, listing, scratch);
            } catch (TransportException refused) {
                if (reference instanceof GitReference.Commit commit) {
                    return searchHistory(session, commit, found.getFirst(), scratch, refused);
                }
                throw session.failure(refused);
            }
        }
    }

    private static List<Selection> select(Session session, Listing listing, GitReference reference)
            throws GitException {
        try {
            return listing.references().select(reference);
        } catch (GitException missing) {
            if (isEmpty(session, listing)) {
                throw new GitException(Problem.EMPTY_REPOSITORY, "git repository is empty", missing);
            }
            throw missing;
        }
    }

    /** The first listing may have been narrowed to what was looked for. */
    private static boolean isEmpty(Session session, Listing listing) throws GitException {
        if (!listing.connection().getRefs().isEmpty()) {
            return false;
        }
        try (Listing all = session.listAll()) {
            return all.connection().getRefs().isEmpty();
        }
    }

    private Selection newest(List<Selection> found, Listing listing, ScratchRepository scratch)
            throws GitException, IOException {
        List<ObjectId> commits = found.stream().map(Selection::commit).toList();
        listing.fetch(commits);
        return newestOf(found, scratch);
    }

    private static Selection newestOf(List<Selection> found, ScratchRepository scratch) throws IOException {
        try (RevWalk walk = new RevWalk(scratch.repository())) {
            Selection best = found.getFirst();
            for (Selection other : found) {
                int later = walk.parseCommit(other.commit()).getCommitTime()
                        - walk.parseCommit(best.commit()).getCommitTime();
                best = later > 0 || (later == 0 && other.name().compareTo(best.name()) > 0) ? other : best;
            }
            return best;
        }
    }

    /** For servers that hand out only what a reference points to. */
    private Selection searchHistory(
            Session session,
            GitReference.Commit commit,
            Selection wanted,
            ScratchRepository scratch,
            TransportException refused)
            throws GitException, IOException {
        try (Listing listing = session.listAll()) {
            List<ObjectId> heads = listing.references().refs().values().stream()
                    .filter(ref -> ref.getName().startsWith("refs/heads/")
                            || ref.getName().startsWith("refs/tags/"))
                    .map(Ref::getObjectId)
                    .distinct()
                    .toList();
            listing.fetch(heads);
        } catch (TransportException failed) {
            throw session.failure(failed);
        }
        if (!scratch.repository().getObjectDatabase().has(wanted.commit())) {
            String message = "unable to resolve commit object for '" + commit.hash() + "': object not found";
            throw new GitException(Problem.REFERENCE_NOT_FOUND, message, refused);
        }
        return wanted;
    }

    private FetchedCommit writeFiles(ScratchRepository scratch, Selection selection, Path folder, Deadline deadline)
            throws GitException, IOException {
        try (ObjectReader objects = scratch.repository().newObjectReader();
                RevWalk walk = new RevWalk(objects)) {
            RevCommit commit = walk.parseCommit(selection.commit());
            TreeWriter writer = new TreeWriter(objects, limits, deadline);
            writer.write(commit.getTree().getId(), folder);
            return new FetchedCommit(
                    selection.revision(),
                    commit.getFullMessage(),
                    commit.getCommitterIdent().getWhenAsInstant(),
                    writer.links());
        }
    }
}
