package io.fluxj.apply.stage;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

/** Runs a function over a list, some at once, each on a virtual thread; after a failure nothing more is begun. */
final class Parallel {

    private Parallel() {}

    /**
     * The results in the order of the inputs.
     *
     * @throws RuntimeException what the function threw for the first input, in their order, for which it threw anything
     * @throws InterruptedException when the thread is interrupted
     */
    static <A, B> List<B> map(List<A> inputs, int atOnce, Function<A, B> function) throws InterruptedException {
        if (inputs.size() == 1) {
            return List.of(function.apply(inputs.getFirst()));
        }
        Semaphore permits = new Semaphore(atOnce);
        AtomicBoolean failed = new AtomicBoolean();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<B>> running = new ArrayList<>();
            for (A input : inputs) {
                permits.acquire();
                if (failed.get()) {
                    break;
                }
                running.add(threads.submit(() -> once(input, function, permits, failed)));
            }
            return results(running);
        }
    }

    private static <A, B> B once(A input, Function<A, B> function, Semaphore permits, AtomicBoolean failed) {
        boolean done = false;
        try {
            B result = function.apply(input);
            done = true;
            return result;
        } finally {
            if (!done) {
                failed.set(true);
            }
            permits.release();
        }
    }

    private static <B> List<B> results(List<Future<B>> running) throws InterruptedException {
        List<B> results = new ArrayList<>();
        for (Future<B> each : running) {
            results.add(result(each));
        }
        return results;
    }

    private static <B> B result(Future<B> each) throws InterruptedException {
        try {
            return each.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        }
    }
}
