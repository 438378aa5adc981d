package io.fluxj.git.jgit;

import io.fluxj.git.GitException;
import io.fluxj.git.GitException.Problem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Work that one does for all who want the same at about the same time. A failure is told to those who wait for it, and to nobody later; of one who was
 * stopped the next takes over.
 */
final class SharedWork<K, T> {
    private final Map<K, Attempt<T>> attempts = new ConcurrentHashMap<>();
    private final Duration window;
    private final Clock clock;

    /**
     * Work that is shared.
     *
     * @param window how long what was done is of use to those who come later
     */
    SharedWork(Duration window, Clock clock) {
        this.window = window;
        this.clock = clock;
    }

    /** What is done. */
    @FunctionalInterface
    interface Work<T> {
        T run() throws GitException;
    }

    /** One is no other, however alike they are. */
    private static final class Attempt<T> {
        private final Instant begun;
        private final CompletableFuture<Optional<T>> answer = new CompletableFuture<>();

        Attempt(Instant begun) {
            this.begun = begun;
        }

        Instant begun() {
            return begun;
        }

        CompletableFuture<Optional<T>> answer() {
            return answer;
        }

        boolean isOf(T done) {
            return answer.state() == Future.State.SUCCESS
                    && answer.resultNow().filter(done::equals).isPresent();
        }
    }

    /**
     * Does it, or takes what another does.
     *
     * @param patience how long another is waited for
     */
    T get(K key, Freshness freshness, Duration patience, Work<T> work) throws GitException {
        forgetOld();
        while (true) {
            Attempt<T> own = new Attempt<>(clock.instant());
            Attempt<T> attempt = attempts.merge(
                    key, own, (known, mine) -> freshness.takes(known.begun(), mine.begun(), window) ? known : mine);
            if (attempt.equals(own)) {
                return lead(key, own, work);
            }
            Optional<T> theirs = await(attempt, patience);
            if (theirs.isPresent()) {
                return theirs.get();
            }
        }
    }

    private T lead(K key, Attempt<T> own, Work<T> work) throws GitException {
        try {
            T done = work.run();
            own.answer().complete(Optional.of(done));
            return done;
        } catch (GitException failed) {
            attempts.remove(key, own);
            if (Thread.currentThread().isInterrupted()) {
                own.answer().complete(Optional.empty());
            } else {
                own.answer().completeExceptionally(failed);
            }
            throw failed;
        } finally {
            if (!own.answer().isDone()) {
                attempts.remove(key, own);
                own.answer().complete(Optional.empty());
            }
        }
    }

    private static <T> Optional<T> await(Attempt<T> attempt, Duration patience) throws GitException {
        try {
            return attempt.answer().get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            throw new GitException(Problem.TIMEOUT, "no answer within " + patience.toMillis() + " ms", late);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new GitException(Problem.UNREACHABLE, "interrupted", stopped);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof GitException known) {
                throw new GitException(known.problem(), known.message(), known);
            }
            throw new IllegalStateException(failed.getCause());
        }
    }

    /** Nobody takes this any more. */
    void forget(K key, T done) {
        attempts.computeIfPresent(key, (same, attempt) -> attempt.isOf(done) ? null : attempt);
    }

    private void forgetOld() {
        Instant oldest = clock.instant().minus(window);
        attempts.values()
                .removeIf(
                        attempt -> attempt.answer().isDone() && attempt.begun().isBefore(oldest));
    }
}
