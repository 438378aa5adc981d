package io.fluxj.git.jgit;

import io.fluxj.git.GitException;
import io.fluxj.git.GitException.Problem;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Bounds an operation as a whole. Socket timeouts alone do not: a server that trickles bytes would hold a worker for ever.
 * The operation runs on a virtual thread of its own, because interrupting one also closes the socket it reads from.
 */
record Deadline(Duration timeout) {
    /** A piece of work that may fail. */
    interface Operation<T> {
        T run() throws GitException;
    }

    <T> T bound(Operation<T> operation) throws GitException {
        FutureTask<T> task = new FutureTask<>(operation::run);
        Thread.ofVirtual().name("git-operation").start(task);
        try {
            return task.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            task.cancel(true);
            throw new GitException(Problem.TIMEOUT, "no answer within " + timeout.toMillis() + " ms", late);
        } catch (InterruptedException stopped) {
            task.cancel(true);
            Thread.currentThread().interrupt();
            throw new GitException(Problem.UNREACHABLE, "interrupted", stopped);
        } catch (ExecutionException failed) {
            throw asGitException(failed);
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
