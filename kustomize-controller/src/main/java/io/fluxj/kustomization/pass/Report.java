package io.fluxj.kustomization.pass;

import io.fluxj.api.kustomize.v1.Kustomization;
import io.fluxj.api.kustomize.v1.KustomizationStatus;
import io.fluxj.api.meta.GoDuration;
import io.fluxj.kustomization.history.History;
import io.fluxj.kustomization.history.HistoryAttempt;
import io.fluxj.manifest.BuiltManifests;
import io.fluxj.runtime.events.Severity;
import io.fluxj.runtime.reconcile.Announcement;
import io.fluxj.runtime.reconcile.CommonReason;
import io.fluxj.runtime.reconcile.ConditionType;
import io.fluxj.runtime.reconcile.Failure;
import io.fluxj.runtime.reconcile.Outcome;
import io.fluxj.runtime.reconcile.Pass;
import io.fluxj.runtime.reconcile.Reason;
import io.fluxj.runtime.reconcile.Retryable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Writes down how a pass ended: history, revisions, the event that it finished. Source: conditions-events §4. */
final class Report {

    private static final String REVISION = Own.GROUP + "/revision";
    private static final String ORIGIN_REVISION = Own.GROUP + "/originRevision";
    private static final Map<String, String> COMMIT_STATUS = Map.of(Own.GROUP + "/commit_status", "update");

    private final Clock clock;

    Report(Clock clock) {
        this.clock = clock;
    }

    /** Metadata of the events of a pass. */
    Map<String, String> metadata(Work work) {
        return metadata(work.source().revision(), work.source().originRevision());
    }

    /** Metadata of events that speak of what was applied last. */
    static Map<String, String> metadata(KustomizationStatus status) {
        return metadata(status.lastAppliedRevision(), status.lastAppliedOriginRevision());
    }

    private static Map<String, String> metadata(@Nullable String revision, @Nullable String originRevision) {
        Map<String, String> metadata = new TreeMap<>();
        if (revision != null && !revision.isEmpty()) {
            metadata.put(REVISION, revision);
        }
        if (originRevision != null && !originRevision.isEmpty()) {
            metadata.put(ORIGIN_REVISION, originRevision);
        }
        return metadata;
    }

    Outcome succeeded(Work work, BuiltManifests manifests) {
        Duration took = enter(work, manifests, CommonReason.RECONCILIATION_SUCCEEDED);
        String revision = work.source().revision();
        String origin = work.source().originRevision();
        work.pass().update(status -> status.withLastAppliedRevision(revision)
                .withLastAppliedOriginRevision(origin.isEmpty() ? null : origin));
        Duration interval = Timings.interval(work.object().getSpec());
        return Outcome.ready(CommonReason.RECONCILIATION_SUCCEEDED, "Applied revision: " + revision, interval)
                .announcing(new Announcement(
                        Severity.INFO, CommonReason.RECONCILIATION_SUCCEEDED, finished(took, interval), COMMIT_STATUS));
    }

    /** Enters an attempt that failed after the apply began; one that was ended early is none. */
    void failed(Work work, BuiltManifests manifests, Failure failure) {
        if (failure instanceof Retryable) {
            enter(work, manifests, failure.reason());
        }
    }

    private Duration enter(Work work, BuiltManifests manifests, Reason status) {
        Instant now = clock.instant();
        Duration took = Duration.between(work.started(), now);
        HistoryAttempt attempt = new HistoryAttempt(manifests.digest(), status, now, took, work.revisions());
        work.pass().update(stored -> stored.withHistory(History.with(attempt, stored.history())));
        return took;
    }

    /** The object's own end is told like the end of a pass. */
    void deleted(Pass<Kustomization, KustomizationStatus> pass, Instant started) {
        Optional<Duration> interval = Timings.knownInterval(pass.object().getSpec());
        if (interval.isPresent() && pass.conditions().isTrue(ConditionType.READY)) {
            Duration took = Duration.between(started, clock.instant());
            pass.emit(Severity.INFO, DeletionStep.reason(pass), finished(took, interval.get()), COMMIT_STATUS);
        }
    }

    private static String finished(Duration took, Duration interval) {
        return "Reconciliation finished in %s, next run in %s".formatted(GoDuration.of(took), GoDuration.of(interval));
    }
}
