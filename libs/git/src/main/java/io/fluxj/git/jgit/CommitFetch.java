package io.fluxj.git.jgit;

import io.fluxj.git.GitAccess;
import io.fluxj.git.GitException;
import io.fluxj.git.GitException.Problem;
import io.fluxj.git.GitReference;
import java.io.IOException;
import java.util.List;
import org.eclipse.jgit.errors.TransportException;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.revwalk.RevWalk;

/**
 * Finds a commit in a remote, and brings it.
 *
 * @param access where it is looked for
 * @param scratch takes it in
 * @param guard bounds what is received
 */
record CommitFetch(GitAccess access, ScratchRepository scratch, Guard guard) {
    /** What a reference points to. A commit never changes, so nobody is asked about it. */
    Selection find(GitReference reference) throws GitException, IOException {
        if (reference instanceof GitReference.Commit commit) {
            return Advertised.hashed(commit);
        }
        try (Session session = Session.open(access, scratch, guard);
                Listing listing = session.list(reference)) {
            List<Selection> found = select(session, listing, reference);
            return found.size() == 1 ? found.getFirst() : newest(found, listing);
        }
    }

    /** Brings what a reference points to, with as little history as the server allows. */
    Selection fetch(GitReference reference) throws GitException, IOException {
        try (Session session = Session.open(access, scratch, guard);
                Listing listing = session.list(reference)) {
            List<Selection> found = select(session, listing, reference);
            try {
                return newest(found, listing);
            } catch (TransportException refused) {
                if (reference instanceof GitReference.Commit commit) {
                    return searchHistory(session, commit, found.getFirst(), refused);
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

    private Selection newest(List<Selection> found, Listing listing) throws IOException {
        listing.fetch(found.stream().map(Selection::object).toList());
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
            Session session, GitReference.Commit commit, Selection wanted, TransportException refused)
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
}
