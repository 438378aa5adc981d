package io.fluxj.kube.queue;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does work for keys one after the other, on one thread; a key that is waiting is not added twice. */
public final class WorkQueue<K> implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WorkQueue.class);
    private static final Duration RETRY = Duration.ofMillis(50);

    private final ScheduledExecutorService worker;
    private final Consumer<K> work;
    private final Set<K> waiting = new LinkedHashSet<>();

    /** Works on a thread of the given name. */
    public WorkQueue(String name, Consumer<K> work) {
        this.worker = Executors.newSingleThreadScheduledExecutor(
                Thread.ofVirtual().name(name).factory());
        this.work = work;
    }

    /** Works on the key soon. */
    public void add(K key) {
        addAfter(key, Duration.ZERO);
    }

    /** Works on the key after a while. */
    public void addAfter(K key, Duration delay) {
        synchronized (waiting) {
            if (!waiting.add(key)) {
                return;
            }
        }
        try {
            Future<?> ignored = worker.schedule(() -> run(key), delay.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            LOG.trace("closed: {}", key);
        }
    }

    private void run(K key) {
        synchronized (waiting) {
            waiting.remove(key);
        }
        try {
            work.accept(key);
        } catch (RuntimeException e) {
            LOG.debug("{} is tried again: {}", key, e.getMessage());
            addAfter(key, RETRY);
        }
    }

    @Override
    public void close() {
        worker.shutdownNow();
    }
}
