package io.fluxj.runtime.reconcile;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The good end of a pass.
 *
 * @param reason of the Ready condition under a direct {@link ReadyRule}; a summary computes its own
 * @param message of the Ready condition under a direct {@link ReadyRule}
 * @param requeueAfter the object's interval; the frame adds the jitter
 * @param changed false when the pass found nothing to do; for the logs
 * @param announcements events to emit once the status is written
 */
public record Outcome(
        Reason reason, String message, Duration requeueAfter, boolean changed, List<Announcement> announcements) {
    public Outcome {
        announcements = List.copyOf(announcements);
    }

    /** The object is as its spec wants it. */
    public static Outcome ready(Reason reason, String message, Duration interval) {
        return new Outcome(reason, message, interval, true, List.of());
    }

    /** The object was already as its spec wants it. */
    public static Outcome unchanged(Reason reason, String message, Duration interval) {
        return new Outcome(reason, message, interval, false, List.of());
    }

    /** The same outcome with one more event. */
    public Outcome announcing(Announcement announcement) {
        List<Announcement> all = new ArrayList<>(announcements);
        all.add(announcement);
        return new Outcome(reason, message, requeueAfter, changed, all);
    }
}
