package io.fluxj.runtime.reconcile;

import io.fluxj.api.meta.Condition;
import io.fluxj.api.meta.ConditionStatus;
import io.fluxj.runtime.events.Severity;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** What is told of a success: that the object became ready, or what it says now; or, where nothing is new, a trace. Source: conditions-events §7, §8. */
public final class ReadyNews {
    private ReadyNews() {}

    /**
     * A success with its event.
     *
     * @param trace what is told when nothing is new
     */
    public static Outcome of(Pass<?, ?> pass, String message, String trace, Duration interval) {
        if (saidBefore(pass, message)) {
            return Outcome.unchanged(CommonReason.SUCCEEDED, message, interval)
                    .announcing(new Announcement(Severity.TRACE, CommonReason.SUCCEEDED, trace, Map.of()));
        }
        return Outcome.ready(CommonReason.SUCCEEDED, message, interval)
                .announcing(new Announcement(Severity.INFO, CommonReason.SUCCEEDED, message, Map.of()));
    }

    private static boolean saidBefore(Pass<?, ?> pass, String message) {
        return ready(pass)
                .filter(ready -> ready.status().is(ConditionStatus.TRUE)
                        && ready.message().equals(message))
                .isPresent();
    }

    private static Optional<Condition> ready(Pass<?, ?> pass) {
        return pass.previousConditions().stream()
                .filter(condition -> condition.type().equals(ConditionType.READY))
                .findFirst();
    }
}
