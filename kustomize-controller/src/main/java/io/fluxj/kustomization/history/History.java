package io.fluxj.kustomization.history;

import io.fluxj.api.kustomize.v1.HistoryEntry;
import io.fluxj.api.meta.GoDuration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The distinct results of a Kustomization, newest first. Source: behaviour §2.8. */
public final class History {

    private static final int LONGEST = 5;

    private History() {}

    /** The history with one more attempt: one of the same digest and status is counted up and moved to the front. */
    public static List<HistoryEntry> with(HistoryAttempt attempt, List<HistoryEntry> history) {
        HistoryEntry newest = history.stream()
                .filter(entry -> isSame(entry, attempt))
                .findFirst()
                .map(entry -> again(entry, attempt))
                .orElseGet(() -> first(attempt));
        Stream<HistoryEntry> others = history.stream().filter(entry -> !isSame(entry, attempt));
        return Stream.concat(Stream.of(newest), others).limit(LONGEST).toList();
    }

    private static boolean isSame(HistoryEntry entry, HistoryAttempt attempt) {
        return entry.digest().equals(attempt.digest())
                && entry.lastReconciledStatus().equals(attempt.status().text());
    }

    private static HistoryEntry again(HistoryEntry entry, HistoryAttempt attempt) {
        return HistoryEntry.builder()
                .digest(entry.digest())
                .firstReconciled(entry.firstReconciled())
                .lastReconciled(attempt.at().truncatedTo(ChronoUnit.SECONDS))
                .lastReconciledDuration(GoDuration.of(attempt.took()))
                .lastReconciledStatus(entry.lastReconciledStatus())
                .totalReconciliations(entry.totalReconciliations() + 1)
                .metadata(attempt.metadata())
                .unknown(entry.unknown())
                .build();
    }

    private static HistoryEntry first(HistoryAttempt attempt) {
        return HistoryEntry.builder()
                .digest(attempt.digest())
                .firstReconciled(attempt.at().truncatedTo(ChronoUnit.SECONDS))
                .lastReconciled(attempt.at().truncatedTo(ChronoUnit.SECONDS))
                .lastReconciledDuration(GoDuration.of(attempt.took()))
                .lastReconciledStatus(attempt.status().text())
                .totalReconciliations(1L)
                .metadata(attempt.metadata())
                .unknown(Map.of())
                .build();
    }
}
