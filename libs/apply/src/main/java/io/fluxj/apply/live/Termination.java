package io.fluxj.apply.live;

import io.fluxj.apply.CancelSignal;
import io.fluxj.apply.ObjectRef;
import io.fluxj.apply.Waits;
import io.fluxj.apply.cluster.Cluster;
import java.time.Duration;
import java.util.Collection;
import java.util.List;

/** Waits until deleted objects are gone, finalizers and all. */
public final class Termination {
    private Termination() {}

    /**
     * Blocks until none of the objects exists, the time is over or the waits are cancelled.
     *
     * @return the objects that are still there; empty when all are gone
     * @throws InterruptedException when the thread is interrupted
     */
    public static List<ObjectRef> await(Cluster cluster, Collection<ObjectRef> refs, Duration timeout, Waits waits)
            throws InterruptedException {
        return waits.during(() -> left(cluster, refs, timeout, waits.cancel()));
    }

    private static List<ObjectRef> left(
            Cluster cluster, Collection<ObjectRef> refs, Duration timeout, CancelSignal cancel)
            throws InterruptedException {
        long deadline = System.nanoTime() + timeout.toNanos();
        try (LiveView view = new LiveView(cluster)) {
            cancel.whenFired(view::wake);
            while (true) {
                List<ObjectRef> left = there(view, refs);
                Duration rest = Duration.ofNanos(deadline - System.nanoTime());
                if (left.isEmpty() || cancel.reason().isPresent()) {
                    return left;
                }
                if (rest.isNegative()) {
                    return view.refresh(left) ? there(view, left) : left;
                }
                view.follow(left);
                view.awaitChange(rest);
            }
        }
    }

    private static List<ObjectRef> there(LiveView view, Collection<ObjectRef> refs) {
        return refs.stream().filter(ref -> isThere(view.sighting(ref))).toList();
    }

    private static boolean isThere(Sighting sighting) {
        return switch (sighting) {
            case Sighting.Present _, Sighting.Unreadable _ -> true;
            case Sighting.Absent _, Sighting.Unserved _ -> false;
        };
    }
}
