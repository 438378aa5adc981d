package io.fluxj.source.server;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/**
 * A virtual thread per request, which ends when its client takes too long: interrupting a thread closes the connection that it reads from or
 * writes to. The JDK's server has such bounds only for the whole JVM.
 */
final class WatchedThreads implements Executor, AutoCloseable {
    private final Map<Thread, Watch> running = new ConcurrentHashMap<>();
    private final ThreadFactory threads =
            Thread.ofVirtual().name("artifacts-", 0).factory();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("artifacts-clock").factory());
    private final Patience patience;

    WatchedThreads(Patience patience) {
        this.patience = patience;
        long period = Math.clamp(patience.idle().toMillis() / 4, 10, 1000);
        var _ = clock.scheduleWithFixedDelay(this::endLate, period, period, TimeUnit.MILLISECONDS);
    }

    /** Until when a request may go on without a sign of life, and at all. */
    private record Watch(long quietUntil, long until) {
        boolean isLate(long now) {
            return now - quietUntil > 0 || now - until > 0;
        }
    }

    @Override
    public void execute(Runnable request) {
        threads.newThread(() -> watched(request)).start();
    }

    private void watched(Runnable request) {
        long now = System.nanoTime();
        Thread self = Thread.currentThread();
        running.put(self, new Watch(later(now, patience.request()), later(now, patience.total())));
        try {
            request.run();
        } finally {
            running.remove(self);
        }
    }

    /** Tells that the client of the current thread's request has sent or taken something. */
    void alive() {
        long quietUntil = later(System.nanoTime(), patience.idle());
        running.computeIfPresent(Thread.currentThread(), (self, watch) -> new Watch(quietUntil, watch.until()));
    }

    int running() {
        return running.size();
    }

    private void endLate() {
        long now = System.nanoTime();
        running.forEach((thread, watch) -> {
            if (watch.isLate(now)) {
                thread.interrupt();
            }
        });
    }

    private static long later(long now, Duration wait) {
        return now + wait.toNanos();
    }

    @Override
    public void close() {
        clock.shutdownNow();
        running.keySet().forEach(Thread::interrupt);
    }
}
