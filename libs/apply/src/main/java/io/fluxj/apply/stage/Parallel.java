package io.fluxj.apply.stage;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.Function;

/** Runs a function over a list, some at once, each on a virtual thread. */
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
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<B>> running = new ArrayList<>();
            for (A input : inputs) {
                permits.acquire();
                running.add(threads.submit(() -> {
                    try {
                        return function.apply(input);
                    } finally {
                        permits.release();
                    }
                }));
            }
            return results(running);
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
