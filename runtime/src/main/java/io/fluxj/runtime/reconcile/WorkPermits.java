package io.fluxj.runtime.reconcile;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/** {@code --concurrent}: how many passes of a kind may work at once. First come, first served; waiting takes none. */
public final class WorkPermits {
    private final Semaphore permits;
    private final Set<Thread> waiting = ConcurrentHashMap.newKeySet();
    private final int total;
    private volatile boolean stopping;

    /**
     * @param total at least 1
     */
    public WorkPermits(int total) {
        if (total < 1) {
            throw new IllegalArgumentException("--concurrent must be at least 1, not " + total);
        }
        this.total = total;
        this.permits = new Semaphore(total, true);
    }

    /** As many as there are. */
    public int total() {
        return total;
    }

    /** Those in use now. */
    public int inUse() {
        return total - permits.availablePermits();
    }

    /**
     * Ends what waits, for a permit or for something else, by interrupting it, and lets nothing wait any more. Passes at work are not disturbed.
     */
    void stop() {
        stopping = true;
        waiting.forEach(Thread::interrupt);
    }

    void take() throws InterruptedException {
        beginWaiting();
        try {
            permits.acquire();
        } finally {
            endWaiting();
        }
    }

    /** Runs {@code wait} so that {@link #stop()} ends it. */
    <T, E extends Exception> T waiting(Wait<T, E> wait) throws E, InterruptedException {
        beginWaiting();
        try {
            return wait.await();
        } finally {
            endWaiting();
        }
    }

    private void beginWaiting() throws InterruptedException {
        waiting.add(Thread.currentThread());
        if (stopping) {
            waiting.remove(Thread.currentThread());
            throw new InterruptedException("the controller stops");
        }
    }

    private void endWaiting() {
        waiting.remove(Thread.currentThread());
    }

    void giveBack() {
        permits.release();
    }
}
