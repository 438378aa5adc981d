package io.fluxj.git.jgit;

import io.fluxj.git.Checkout;
import io.fluxj.git.FetchLimits;
import io.fluxj.git.FetchedCommit;
import io.fluxj.git.GitAccess;
import io.fluxj.git.GitException;
import io.fluxj.git.GitReference;
import io.fluxj.git.GitRemote;
import io.fluxj.git.GitRevision;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/**
 * Remotes of many who look at the same repositories: those who want the same reference of the same address with the same credentials at about the same time
 * share one look and one fetch. Nobody is given what is older than what he was told of.
 */
public final class SharedRemotes implements AutoCloseable {
    /** How long a look serves others; what was fetched lies on the disk as long. */
    public static final Duration WINDOW = Duration.ofSeconds(5);

    private final Path scratchFolder;
    private final FetchLimits limits;
    private final Clock clock;
    private final SharedWork<Wanted, GitRevision> looks;
    private final SharedWork<Wanted, Received> fetches;
    private final Set<Received> kept = ConcurrentHashMap.newKeySet();

    /**
     * No remote yet.
     *
     * @param scratchFolder existing folder for received objects
     * @param limits bounds on a fetch
     */
    public SharedRemotes(Path scratchFolder, FetchLimits limits, Clock clock) {
        this.scratchFolder = scratchFolder;
        this.limits = limits;
        this.clock = clock;
        this.looks = new SharedWork<>(WINDOW, clock);
        this.fetches = new SharedWork<>(WINDOW, clock);
    }

    /** What is wanted, by whom: a reference as it is written, for the functions that choose among tags are never equal. */
    private record Wanted(GitAccess access, String reference) {
        static Wanted of(GitAccess access, GitReference reference) {
            return new Wanted(
                    access,
                    switch (reference) {
                        case GitReference.TagRange range -> "semver " + range.range();
                        case GitReference.Branch _,
                                GitReference.Tag _,
                                GitReference.FullName _,
                                GitReference.Commit _ -> reference.toString();
                    });
        }
    }

    /**
     * One of them.
     *
     * @param freshness how new what is shared has to be
     */
    public GitRemote remote(GitAccess access, Freshness freshness) {
        return new SharedRemote(new JGitRemote(access, scratchFolder, limits), access, freshness);
    }

    /** Of one who looks once, and fetches then: what he fetches is what he saw, or newer. */
    private final class SharedRemote implements GitRemote {
        private final JGitRemote remote;
        private final GitAccess access;
        private final Freshness freshness;
        private volatile Optional<GitRevision> seen = Optional.empty();

        SharedRemote(JGitRemote remote, GitAccess access, Freshness freshness) {
            this.remote = remote;
            this.access = access;
            this.freshness = freshness;
        }

        @Override
        public GitRevision resolve(GitReference reference) throws GitException {
            if (reference instanceof GitReference.Commit) {
                return remote.resolve(reference);
            }
            GitRevision found = looks.get(
                    Wanted.of(access, reference), freshness, access.timeout(), () -> remote.resolve(reference));
            seen = Optional.of(found);
            return found;
        }

        @Override
        public FetchedCommit fetch(GitReference reference, Checkout checkout) throws GitException {
            Wanted wanted = Wanted.of(access, reference);
            Freshness enough = freshness;
            while (true) {
                Received received = fetches.get(wanted, enough, access.timeout(), () -> receive(reference));
                if (isSeen(received) && received.acquire()) {
                    try {
                        return remote.write(reference, received, checkout);
                    } finally {
                        received.release();
                    }
                }
                fetches.forget(wanted, received);
                enough = Freshness.of(clock.instant());
            }
        }

        /** What was begun after the look cannot be older than it. */
        private boolean isSeen(Received received) {
            GitRevision fetched = received.selection().revision();
            boolean same = seen.isEmpty() || seen.get().equals(fetched);
            if (!same) {
                seen = Optional.empty();
            }
            return same;
        }

        private Received receive(GitReference reference) throws GitException {
            Received received = remote.receive(reference);
            kept.add(received);
            Executor later = CompletableFuture.delayedExecutor(WINDOW.toMillis(), TimeUnit.MILLISECONDS);
            later.execute(() -> Thread.ofVirtual().start(() -> drop(received)));
            return received;
        }
    }

    private void drop(Received received) {
        kept.remove(received);
        received.retire();
    }

    /** What lies on the disk goes. */
    @Override
    public void close() {
        kept.forEach(this::drop);
    }
}
