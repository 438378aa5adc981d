package io.fluxj.git.jgit;

import io.fluxj.git.GitException;
import io.fluxj.git.GitException.Problem;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Bounds an operation as a whole. Socket timeouts alone do not: a server that trickles bytes would hold a worker for ever.
 * The operation runs on a virtual thread of its own, because interrupting one also closes the socket it reads from. Whoever
 * waits for it comes back only when that thread has ended, so that a permit given for an operation is never held by a ghost.
 */
final class Deadline {
    private static final Duration BETWEEN_INTERRUPTS = Duration.ofMillis(50);

    private final Duration timeout;
    private final AtomicBoolean over = new AtomicBoolean();

    Deadline(Duration timeout) {
        this.timeout = timeout;
    }

    /** A piece of work that may fail. */
    interface Operation<T> {
        T run() throws GitException;
    }

    /** The time that the operation has as a whole. */
    Duration timeout() {
        return timeout;
    }

    /** Whether the operation has to end. */
    boolean isOver() {
        return over.get() || Thread.currentThread().isInterrupted();
    }

    /**
     * Ends the operation when its time is over; whatever reads from the network asks before each read, for data that never
     * stops coming is never waited for, and so never interrupted.
     */
    void check() throws IOException {
        if (isOver()) {
            throw new InterruptedIOException("the operation was ended");
        }
    }

    <T> T bound(Operation<T> operation) throws GitException {
        FutureTask<T> task = new FutureTask<>(operation::run);
        Thread thread = Thread.ofVirtual().name("git-operation").start(task);
        try {
            return task.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            end(thread);
            throw new GitException(Problem.TIMEOUT, "no answer within " + timeout.toMillis() + " ms", late);
        } catch (InterruptedException stopped) {
            end(thread);
            Thread.currentThread().interrupt();
            throw new GitException(Problem.UNREACHABLE, "interrupted", stopped);
        } catch (ExecutionException failed) {
            throw asGitException(failed);
        }
    }

    /** Interrupts until the thread has ended: libraries below may swallow one interrupt and go on. */
    private void end(Thread thread) {
        over.set(true);
        boolean interrupted = false;
        boolean ended = false;
        while (!ended) {
            thread.interrupt();
            try {
                ended = thread.join(BETWEEN_INTERRUPTS);
            } catch (InterruptedException stopped) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static GitException asGitException(ExecutionException failed) {
        Throwable cause = failed.getCause() == null ? failed : failed.getCause();
        return switch (cause) {
            case GitException known -> known;
            case RuntimeException defect -> throw defect;
            case Error fatal -> throw fatal;
            default -> new GitException(Problem.PROTOCOL, String.valueOf(cause.getMessage()), cause);
        };
    }
}
