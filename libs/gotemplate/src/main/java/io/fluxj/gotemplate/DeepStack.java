package io.fluxj.gotemplate;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/** Runs work on a thread whose stack is deep enough for templates within templates. The memory is used only as far as the stack grows. */
final class DeepStack {
    private static final long BYTES = 1L << 30;

    private DeepStack() {}

    static <T> T call(Callable<T> work) {
        FutureTask<T> task = new FutureTask<>(work);
        Thread thread = new Thread(null, task, "template", BYTES);
        thread.setDaemon(true);
        thread.start();
        boolean interrupted = false;
        while (true) {
            try {
                T result = task.get();
                restore(interrupted);
                return result;
            } catch (InterruptedException e) {
                interrupted = true;
                thread.interrupt();
            } catch (ExecutionException e) {
                restore(interrupted);
                throw rethrown(e.getCause());
            }
        }
    }

    private static void restore(boolean interrupted) {
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static RuntimeException rethrown(@Nullable Throwable cause) {
        return switch (cause) {
            case null -> new IllegalStateException("a run failed without a cause");
            case RuntimeException e -> e;
            case Error e -> throw e;
            case Throwable e -> new IllegalStateException(e);
        };
    }
}
