package io.fluxj.notification.delivery;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A queue for each Provider, so that one that does not answer delays no other. A few of a Provider's deliveries are under way at once, the others wait in
 * the order in which they came.
 */
final class Lanes implements AutoCloseable {
    private static final int AT_ONCE = 8;
    private static final int MOST = 2000;
    private static final long BYTES = 64L << 20;
    private static final int EVENTS = 100_000;

    private final Budget budget = new Budget(BYTES, EVENTS);
    private final Map<Key, Lane> lanes = new HashMap<>();
    private final Map<Thread, Boolean> workers = new ConcurrentHashMap<>();
    private boolean closed;

    /** Which Provider. */
    record Key(String namespace, String name) {}

    /**
     * Something to do.
     *
     * @param bytes what it costs to keep it
     */
    record Task(Key lane, long bytes, Runnable work) {}

    private static final class Lane {
        private final Queue<Task> waiting = new ArrayDeque<>();
        private int running;
    }

    /** Takes a task; false when the lane is full. */
    synchronized boolean offer(Task task) {
        Lane lane = lanes.computeIfAbsent(task.lane(), first -> new Lane());
        if (closed || lane.waiting.size() >= MOST || !budget.take(task.lane().namespace(), task.bytes())) {
            return false;
        }
        lane.waiting.add(task);
        if (lane.running < AT_ONCE) {
            lane.running++;
            Thread worker = Thread.ofVirtual()
                    .name("deliver-" + task.lane().namespace() + "/"
                            + task.lane().name())
                    .unstarted(() -> work(task.lane()));
            workers.put(worker, true);
            worker.start();
        }
        return true;
    }

    /** How many tasks wait or are under way. */
    synchronized int size() {
        return lanes.values().stream()
                .mapToInt(lane -> lane.waiting.size() + lane.running)
                .sum();
    }

    private void work(Key key) {
        try {
            for (Task task = next(key); task != null; task = next(key)) {
                try {
                    task.work().run();
                } finally {
                    budget.give(key.namespace(), task.bytes());
                }
            }
        } finally {
            workers.remove(Thread.currentThread());
        }
    }

    private synchronized @org.jspecify.annotations.Nullable Task next(Key key) {
        Lane lane = lanes.get(key);
        if (lane == null) {
            return null;
        }
        Task task = closed ? null : lane.waiting.poll();
        if (task == null) {
            lane.running--;
            if (lane.running == 0) {
                lanes.remove(key);
            }
        }
        return task;
    }

    /** Ends what is under way; what waits is lost. */
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
        }
        workers.keySet().forEach(Thread::interrupt);
    }
}
