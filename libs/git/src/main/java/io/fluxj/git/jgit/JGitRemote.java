package io.fluxj.git.jgit;

import io.fluxj.git.Checkout;
import io.fluxj.git.FetchLimits;
import io.fluxj.git.FetchedCommit;
import io.fluxj.git.GitAccess;
import io.fluxj.git.GitException;
import io.fluxj.git.GitReference;
import io.fluxj.git.GitRemote;
import io.fluxj.git.GitRevision;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.jspecify.annotations.Nullable;

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
        return explained(
                "unable to list remote for", reference, (scratch, guard) -> new CommitFetch(access, scratch, guard)
                        .find(reference)
                        .revision());
    }

    @Override
    public FetchedCommit fetch(GitReference reference, Checkout checkout) throws GitException {
        return explained("unable to clone", reference, (scratch, guard) -> {
            Selection selection = new CommitFetch(access, scratch, guard).fetch(reference);
            return write(scratch, selection, checkout, guard);
        });
    }

    /** Brings what a reference points to, whose files are not written yet; to be retired. */
    Received receive(GitReference reference) throws GitException {
        AtomicReference<@Nullable ScratchRepository> made = new AtomicReference<>();
        try {
            return bounded("unable to clone", reference, guard -> {
                ScratchRepository scratch = ScratchRepository.create(scratchFolder, guard);
                made.set(scratch);
                return new Received(scratch, new CommitFetch(access, scratch, guard).fetch(reference));
            });
        } catch (GitException | RuntimeException failed) {
            @Nullable ScratchRepository useless = made.get();
            if (useless != null) {
                remove(useless);
            }
            throw failed;
        }
    }

    private static void remove(ScratchRepository useless) {
        try {
            useless.close();
        } catch (IOException left) {
            throw new UncheckedIOException("received objects cannot be removed", left);
        }
    }

    /** Writes files of what was brought. */
    FetchedCommit write(GitReference reference, Received received, Checkout checkout) throws GitException {
        return bounded(
                "unable to clone",
                reference,
                guard -> write(received.scratch(), received.selection(), checkout, guard));
    }

    /** Work within bounds. */
    private interface Bounded<T> {
        T run(Guard guard) throws GitException, IOException;
    }

    private <T> T bounded(String doing, GitReference reference, Bounded<T> work) throws GitException {
        try {
            Deadline deadline = new Deadline(access.timeout());
            return deadline.bound(() -> {
                try {
                    return work.run(new Guard(deadline, limits.received()));
                } catch (IOException failed) {
                    throw Failures.of(failed, Optional.empty());
                }
            });
        } catch (GitException failed) {
            throw explained(access, doing, reference, failed);
        }
    }

    /** Work in a scratch repository. */
    private interface Work<T> {
        T run(ScratchRepository scratch, Guard guard) throws GitException, IOException;
    }

    private <T> T explained(String doing, GitReference reference, Work<T> work) throws GitException {
        return bounded(doing, reference, guard -> {
            try (ScratchRepository scratch = ScratchRepository.create(scratchFolder, guard)) {
                return work.run(scratch, guard);
            }
        });
    }

    /** The same failure in Flux's words. */
    static GitException explained(GitAccess access, String doing, GitReference reference, GitException failed) {
        return new GitException(
                failed.problem(), prefix(access, doing, reference, failed) + failed.getMessage(), failed);
    }

    private static String prefix(GitAccess access, String doing, GitReference reference, GitException failed) {
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
                    REJECTED,
                    PROTOCOL -> doing + where;
        };
    }

    private static boolean isNamed(GitReference reference) {
        return switch (reference) {
            case GitReference.Branch _, GitReference.Tag _ -> true;
            case GitReference.TagRange _, GitReference.FullName _, GitReference.Commit _ -> false;
        };
    }

    private FetchedCommit write(ScratchRepository scratch, Selection selection, Checkout checkout, Guard guard)
            throws GitException, IOException {
        try (ObjectReader objects = scratch.repository().newObjectReader();
                RevWalk walk = new RevWalk(objects)) {
            RevCommit commit = walk.parseCommit(selection.commit());
            WriteBudget budget = new WriteBudget(limits);
            TreeWriter writer = new TreeWriter(objects, checkout, budget, guard.deadline());
            writer.write(commit.getTree().getId());
            if (checkout.submodules()) {
                Submodules.Written written = new Submodules.Written(
                        access.url(),
                        commit.getTree().getId(),
                        writer.gitlinks(),
                        checkout.folder(),
                        Submodules.Place.ROOT);
                new Submodules(access, scratchFolder, guard, budget).write(objects, written);
            }
            return new FetchedCommit(
                    selection.revision(),
                    commit.getFullMessage(),
                    commit.getCommitterIdent().getWhenAsInstant(),
                    writer.links(),
                    Signatures.ofCommit(objects, selection.commit()),
                    Signatures.ofTag(objects, selection));
        }
    }
}
