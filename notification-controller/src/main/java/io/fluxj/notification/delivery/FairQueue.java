package io.fluxj.notification.delivery;

import io.fluxj.notification.event.Event;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/** Events that wait to be looked at. Namespaces take turns, so that a flood from one delays no other. */
final class FairQueue {
    private static final long BYTES = 32L << 20;
    private static final int EVENTS = 40_000;

    private final Budget budget = new Budget(BYTES, EVENTS);
    private final Map<String, Deque<Waiting>> waiting = new LinkedHashMap<>();

    /**
     * An event that waits.
     *
     * @param bytes what it costs
     */
    record Waiting(Event event, int bytes) {}

    /** Takes an event; false when there is no room for it. */
    synchronized boolean offer(Event event, int bytes) {
        String tenant = event.involved().namespace();
        if (!budget.take(tenant, bytes)) {
            return false;
        }
        waiting.computeIfAbsent(tenant, first -> new ArrayDeque<>()).add(new Waiting(event, bytes));
        notifyAll();
        return true;
    }

    /** The next event of the namespace whose turn it is. */
    synchronized Waiting take() throws InterruptedException {
        while (waiting.isEmpty()) {
            wait();
        }
        Iterator<Map.Entry<String, Deque<Waiting>>> turn = waiting.entrySet().iterator();
        Map.Entry<String, Deque<Waiting>> entry = turn.next();
        String tenant = entry.getKey();
        Deque<Waiting> own = entry.getValue();
        Waiting next = own.remove();
        turn.remove();
        if (!own.isEmpty()) {
            waiting.put(tenant, own);
        }
        budget.give(tenant, next.bytes());
        return next;
    }
}
