package io.fluxj.notification.alert;

import io.fluxj.api.notification.v1beta3.AlertStatus;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What became of some events.
 *
 * @param lastDelivered when one was sent; empty when none was
 * @param lastFailed when one could not be sent; empty when all could
 * @param lastError why not; empty when all could
 */
record Tally(
        long delivered, long failed, Optional<Instant> lastDelivered, Optional<Instant> lastFailed, String lastError) {
    static final Tally NOTHING = new Tally(0, 0, Optional.empty(), Optional.empty(), "");

    static Tally delivered(Instant now) {
        return new Tally(1, 0, Optional.of(now), Optional.empty(), "");
    }

    static Tally failed(Instant now, String why) {
        return new Tally(0, 1, Optional.empty(), Optional.of(now), why);
    }

    /** With what came later. */
    Tally plus(Tally later) {
        return new Tally(
                delivered + later.delivered,
                failed + later.failed,
                latest(lastDelivered, later.lastDelivered),
                latest(lastFailed, later.lastFailed),
                later.lastFailed.isPresent() ? later.lastError : lastError);
    }

    /** What a status says; of other replicas too. */
    static Tally of(@Nullable AlertStatus status) {
        return status == null
                ? NOTHING
                : new Tally(
                        status.delivered() == null ? 0 : status.delivered(),
                        status.failed() == null ? 0 : status.failed(),
                        Optional.ofNullable(status.lastDelivered()),
                        Optional.ofNullable(status.lastFailed()),
                        status.lastError() == null ? "" : status.lastError());
    }

    private static Optional<Instant> latest(Optional<Instant> one, Optional<Instant> other) {
        return one.isPresent() && other.isPresent() && one.get().isAfter(other.get()) ? one : other.or(() -> one);
    }
}
