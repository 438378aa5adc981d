package io.fluxj.kustomization.history;

import io.fluxj.api.kustomize.v1.HistoryEntry;
import io.fluxj.api.meta.GoDuration;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;

/**
 * Passes with nothing to do since the history was written last: they are no reason to write it, and counted when there is one.
 *
 * @param count how many
 * @param last when the last of them ended
 * @param took how long that one took
 */
public record RoutinePasses(int count, Instant last, Duration took) {

    /** These and later ones. */
    public RoutinePasses and(RoutinePasses later) {
        return new RoutinePasses(count + later.count, later.last, later.took);
    }

    /** The history with these passes: they found what its newest entry says. */
    public List<HistoryEntry> enteredIn(List<HistoryEntry> history) {
        return history.isEmpty()
                ? history
                : Stream.concat(
                                Stream.of(entered(history.getFirst())),
                                history.stream().skip(1))
                        .toList();
    }

    private HistoryEntry entered(HistoryEntry newest) {
        return newest.with(entry -> entry.lastReconciled(last.truncatedTo(ChronoUnit.SECONDS))
                .lastReconciledDuration(GoDuration.of(took))
                .totalReconciliations(newest.totalReconciliations() + count));
    }
}
