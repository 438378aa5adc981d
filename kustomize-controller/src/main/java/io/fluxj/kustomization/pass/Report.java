package io.fluxj.kustomization.pass;

import io.fluxj.api.kustomize.v1.Kustomization;
import io.fluxj.api.kustomize.v1.KustomizationStatus;
import io.fluxj.api.meta.GoDuration;
import io.fluxj.kustomization.history.History;
import io.fluxj.kustomization.history.HistoryAttempt;
import io.fluxj.kustomization.history.RoutinePasses;
import io.fluxj.kustomization.source.SourceSet;
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
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Writes down how a pass ended: history, revisions, the event that it finished. Source: conditions-events §4. */
final class Report {

    private static final String REVISION = Own.GROUP + "/revision";
    private static final String ORIGIN_REVISION = Own.GROUP + "/originRevision";
    private static final Map<String, String> COMMIT_STATUS = Map.of(Own.GROUP + "/commit_status", "update");

    private final Clock clock;
    private final Predicate<Kustomization> drifted;
    private final Map<String, RoutinePasses> routine = new ConcurrentHashMap<>();
    private final Map<String, Instant> ends = new ConcurrentHashMap<>();

    /**
     * With this time.
     *
     * @param drifted whether a pass began since somebody else changed what was applied
     */
    Report(Clock clock, Predicate<Kustomization> drifted) {
        this.clock = clock;
        this.drifted = drifted;
    }

    /** The time, as it is written down. */
    Instant now() {
        return clock.instant();
    }

    /** Metadata of the events of a pass. */
    Map<String, String> metadata(Work work) {
        return metadata(work.sources().main().revision(), work.sources().main().originRevision());
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

    /** The good end. Where nothing happened nothing is written: that one more pass was made is told with what is written next. */
    Outcome succeeded(Work work, BuiltManifests manifests, boolean changed) {
        SourceSet sources = work.sources();
        String origin = sources.main().originRevision();
        work.pass()
                .update(status -> status.withLastAppliedRevision(sources.main().revision())
                        .withLastAppliedRevisions(sources.revisions())
                        .withLastAppliedOriginRevision(origin.isEmpty() ? null : origin));
        Duration interval = Timings.interval(work.object().getSpec());
        String message = "Applied revision: " + sources.text();
        Duration since = sinceLast(work);
        boolean awakened = drifted.test(work.object());
        boolean nothing = !changed
                && work.isRoutine()
                && work.pass().status().equals(work.object().getStatus());
        if (nothing && (awakened || isDue(since, interval))) {
            return nothingHappened(work, message, interval, !awakened);
        }
        Duration took = enter(work, manifests, CommonReason.RECONCILIATION_SUCCEEDED);
        return Outcome.ready(CommonReason.RECONCILIATION_SUCCEEDED, message, interval)
                .announcing(end(Severity.INFO, took, interval));
    }

    /** One that begins much earlier was asked for by something that changed, and that is worth a word. */
    private static boolean isDue(Duration since, Duration interval) {
        return since.compareTo(interval.dividedBy(2)) >= 0;
    }

    private Duration sinceLast(Work work) {
        Instant before = ends.put(owner(work.object()), clock.instant());
        return before == null ? Duration.ZERO : Duration.between(before, clock.instant());
    }

    private Outcome nothingHappened(Work work, String message, Duration interval, boolean told) {
        Duration took = Duration.between(work.started(), clock.instant());
        Outcome outcome = Outcome.unchanged(CommonReason.RECONCILIATION_SUCCEEDED, message, interval);
        if (!told) {
            return outcome;
        }
        routine.merge(owner(work.object()), new RoutinePasses(1, clock.instant(), took), RoutinePasses::and);
        return outcome.announcing(end(Severity.ROUTINE, took, interval));
    }

    private static Announcement end(Severity severity, Duration took, Duration interval) {
        return new Announcement(
                severity, CommonReason.RECONCILIATION_SUCCEEDED, finished(took, interval), COMMIT_STATUS);
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
        RoutinePasses before = routine.remove(owner(work.object()));
        work.pass()
                .update(stored -> stored.withHistory(
                        History.with(attempt, before == null ? stored.history() : before.enteredIn(stored.history()))));
        return took;
    }

    /** The object is gone. */
    void forget(Kustomization object) {
        routine.remove(owner(object));
        ends.remove(owner(object));
    }

    private static String owner(Kustomization object) {
        return object.getMetadata().getNamespace() + "/" + object.getMetadata().getName();
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
