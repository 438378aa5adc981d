package io.fluxj.notification.delivery;

import java.util.HashMap;
import java.util.Map;

/** How many events, and of which size, may be kept at once; no tenant gets more than a quarter. */
final class Budget {
    private static final int SHARE = 4;

    private final long bytes;
    private final int events;
    private final Map<String, Usage> tenants = new HashMap<>();
    private Usage all = new Usage(0, 0);

    Budget(long bytes, int events) {
        this.bytes = bytes;
        this.events = events;
    }

    private record Usage(long bytes, int events) {
        Usage plus(long more, int events) {
            return new Usage(bytes + more, this.events + events);
        }

        boolean fits(long most, int mostEvents) {
            return bytes <= most && events <= mostEvents;
        }
    }

    /** Takes what an event costs; false when there is not enough left. */
    synchronized boolean take(String tenant, long cost) {
        Usage whole = all.plus(cost, 1);
        Usage own = tenants.getOrDefault(tenant, new Usage(0, 0)).plus(cost, 1);
        if (!whole.fits(bytes, events) || !own.fits(bytes / SHARE, events / SHARE)) {
            return false;
        }
        all = whole;
        tenants.put(tenant, own);
        return true;
    }

    /** Gives it back. */
    synchronized void give(String tenant, long cost) {
        all = all.plus(-cost, -1);
        tenants.computeIfPresent(tenant, (name, usage) -> {
            Usage left = usage.plus(-cost, -1);
            return left.events() <= 0 ? null : left;
        });
    }
}
