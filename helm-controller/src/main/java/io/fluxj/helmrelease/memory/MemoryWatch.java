package io.fluxj.helmrelease.memory;

import io.fluxj.helmrelease.options.MemoryBounds;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks how much memory the container uses. A controller that is ended by the kernel leaves releases locked; one that stops before says how its actions went.
 */
public final class MemoryWatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(MemoryWatch.class);

    private final MemoryBounds bounds;
    private final MemoryFiles files;
    private final CompletableFuture<Void> reached = new CompletableFuture<>();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("memory-watch").factory());

    private MemoryWatch(MemoryBounds bounds, MemoryFiles files) {
        this.bounds = bounds;
        this.files = files;
    }

    /**
     * Begins to look.
     *
     * @throws IllegalArgumentException when nothing says how much there is
     */
    public static MemoryWatch start(MemoryBounds bounds) {
        MemoryWatch watch = new MemoryWatch(bounds, MemoryFiles.of(bounds));
        long nanos = bounds.interval().toNanos();
        var _ = watch.clock.scheduleWithFixedDelay(watch::look, nanos, nanos, TimeUnit.NANOSECONDS);
        return watch;
    }

    /** Completes when that much is in use. */
    public CompletableFuture<Void> reached() {
        return reached;
    }

    private void look() {
        try {
            long percent = files.percent();
            if (percent >= bounds.percent()) {
                LOG.error(
                        "{}% of the memory are in use, {}% are allowed: stopping; give the container more memory",
                        percent, bounds.percent());
                reached.complete(null);
            }
        } catch (IOException unreadable) {
            LOG.warn("cannot tell how much memory is in use: {}", unreadable.getMessage());
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
