package io.fluxj.notification.receiver.hook;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/** How often each webhook may be called: many times at once, and then so many a second. */
final class CallRates {
    private static final int MOST_KNOWN = 10_000;

    private final long most;
    private final long between;
    private final LongSupplier nanos;
    private final Map<String, Long> fullUntil = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
            return size() > MOST_KNOWN;
        }
    };

    /**
     * None was called yet.
     *
     * @param atOnce calls of one webhook
     * @param perSecond of them after that
     * @param nanos tells the time
     */
    CallRates(int atOnce, int perSecond, LongSupplier nanos) {
        this.between = Duration.ofSeconds(1).toNanos() / perSecond;
        this.most = atOnce * between;
        this.nanos = nanos;
    }

    /** Whether a call may pass now; then it counts. */
    synchronized boolean take(String webhook) {
        long now = nanos.getAsLong();
        long full = Math.max(0, fullUntil.getOrDefault(webhook, now) - now) + between;
        if (full > most) {
            return false;
        }
        fullUntil.put(webhook, now + full);
        return true;
    }
}
