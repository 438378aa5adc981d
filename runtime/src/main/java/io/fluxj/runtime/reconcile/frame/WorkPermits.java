package io.fluxj.runtime.reconcile.frame;

import io.fluxj.runtime.reconcile.Wait;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;

/**
 * How many passes may do something at once: work ({@code --concurrent}), or talk to slow servers. Namespaces take turns, and inside one it is first come,
 * first served. Waiting for something else takes none.
 */
public final class WorkPermits {
    private final Set<Thread> waiting = ConcurrentHashMap.newKeySet();
    private final int total;
    private final int share;
    private final Map<String, Integer> held = new HashMap<>();
    private final Map<String, Queue<CompletableFuture<Void>>> queues = new LinkedHashMap<>();
    private int free;
    private volatile boolean stopping;

    private WorkPermits(int total, int share) {
        this.total = total;
        this.share = share;
        this.free = total;
    }

    /**
     * Permits to work.
     *
     * @param total {@code --concurrent}, at least 1
     */
    public static WorkPermits of(int total) {
        if (total < 1) {
            throw new IllegalArgumentException("--concurrent must be at least 1, not " + total);
        }
        return new WorkPermits(total, total);
    }

    /** Permits of which no namespace ever holds more than {@code share}, so that those that are never given back starve nobody else. */
    static WorkPermits shared(int total, int share) {
        return new WorkPermits(total, share);
    }

    /** As many as there are. */
    public int total() {
        return total;
    }

    /** Those in use now. */
    public synchronized int inUse() {
        return total - free;
    }

    /**
     * Ends what waits, for a permit or for something else, by interrupting it, and lets nothing wait any more. Passes at work are not disturbed.
     */
    void stop() {
        stopping = true;
        waiting.forEach(Thread::interrupt);
    }

    /** Takes one for an object of {@code namespace}, when it is that namespace's turn. */
    void take(String namespace) throws InterruptedException {
        CompletableFuture<Void> turn = queue(namespace);
        beginWaiting();
        try {
            turn.get();
        } catch (InterruptedException stopped) {
            leave(namespace, turn);
            throw stopped;
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
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

    synchronized void giveBack(String namespace) {
        held.merge(namespace, -1, (count, less) -> count == 1 ? null : count + less);
        free++;
        handOut();
    }

    private synchronized CompletableFuture<Void> queue(String namespace) {
        CompletableFuture<Void> turn = new CompletableFuture<>();
        queues.computeIfAbsent(namespace, name -> new ArrayDeque<>()).add(turn);
        handOut();
        return turn;
    }

    private synchronized void leave(String namespace, CompletableFuture<Void> turn) {
        if (turn.isDone()) {
            giveBack(namespace);
            return;
        }
        Queue<CompletableFuture<Void>> queue = queues.get(namespace);
        if (queue != null && queue.removeIf(waits -> waits == turn) && queue.isEmpty()) {
            queues.remove(namespace);
        }
    }

    private void handOut() {
        while (free > 0 && handToNext()) {
            free--;
        }
    }

    /** To the first namespace in line that has not its share yet; it then goes to the end of the line. */
    private boolean handToNext() {
        Iterator<Map.Entry<String, Queue<CompletableFuture<Void>>>> line =
                queues.entrySet().iterator();
        while (line.hasNext()) {
            Map.Entry<String, Queue<CompletableFuture<Void>>> next = line.next();
            if (held.getOrDefault(next.getKey(), 0) < share) {
                line.remove();
                held.merge(next.getKey(), 1, Integer::sum);
                next.getValue().remove().complete(null);
                if (!next.getValue().isEmpty()) {
                    queues.put(next.getKey(), next.getValue());
                }
                return true;
            }
        }
        return false;
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
}
