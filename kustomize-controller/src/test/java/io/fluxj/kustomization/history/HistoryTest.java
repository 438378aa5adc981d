package io.fluxj.kustomization.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxj.api.kustomize.v1.HistoryEntry;
import io.fluxj.api.meta.GoDuration;
import io.fluxj.runtime.reconcile.CommonReason;
import io.fluxj.runtime.reconcile.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class HistoryTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00.7Z");

    @Test
    void startsWithTheFirstAttempt() {
        List<HistoryEntry> history =
                History.with(attempt("d1", CommonReason.RECONCILIATION_SUCCEEDED, NOON), List.of());

        assertThat(history).hasSize(1);
        HistoryEntry entry = history.getFirst();
        assertThat(entry.digest()).isEqualTo("d1");
        assertThat(entry.lastReconciledStatus()).isEqualTo("ReconciliationSucceeded");
        assertThat(entry.totalReconciliations()).isEqualTo(1);
        assertThat(entry.firstReconciled()).isEqualTo(Instant.parse("2026-01-01T12:00:00Z"));
        assertThat(entry.lastReconciledDuration()).isEqualTo(new GoDuration("1.5s"));
        assertThat(entry.metadata()).isEqualTo(Map.of("revision", "main@sha1:1"));
    }

    @Test
    void countsTheSameResultUpAndPutsItFirst() {
        List<HistoryEntry> history = of("d1", "d2", "d1");

        assertThat(history).extracting(HistoryEntry::digest).containsExactly("d1", "d2");
        assertThat(history).extracting(HistoryEntry::totalReconciliations).containsExactly(2L, 1L);
        assertThat(history.getFirst().firstReconciled()).isEqualTo(Instant.parse("2026-01-01T12:00:00Z"));
        assertThat(history.getFirst().lastReconciled()).isEqualTo(Instant.parse("2026-01-01T12:00:02Z"));
    }

    @Test
    void keepsFailureAndSuccessOfTheSameManifestsApart() {
        List<HistoryEntry> failed = History.with(attempt("d1", CommonReason.RECONCILIATION_FAILED, NOON), List.of());

        assertThat(History.with(attempt("d1", CommonReason.RECONCILIATION_SUCCEEDED, NOON), failed))
                .extracting(HistoryEntry::lastReconciledStatus)
                .containsExactly("ReconciliationSucceeded", "ReconciliationFailed");
    }

    @Test
    void keepsTheFiveNewest() {
        assertThat(of("d1", "d2", "d3", "d4", "d5", "d6"))
                .extracting(HistoryEntry::digest)
                .containsExactly("d6", "d5", "d4", "d3", "d2");
    }

    private static List<HistoryEntry> of(String... digests) {
        List<HistoryEntry> history = List.of();
        for (int i = 0; i < digests.length; i++) {
            history = History.with(
                    attempt(digests[i], CommonReason.RECONCILIATION_SUCCEEDED, NOON.plusSeconds(i)), history);
        }
        return history;
    }

    private static HistoryAttempt attempt(String digest, Reason status, Instant at) {
        return new HistoryAttempt(digest, status, at, Duration.ofMillis(1500), Map.of("revision", "main@sha1:1"));
    }
}
