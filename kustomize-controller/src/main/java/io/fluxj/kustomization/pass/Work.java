package io.fluxj.kustomization.pass;

import io.fluxj.api.kustomize.v1.Kustomization;
import io.fluxj.api.kustomize.v1.KustomizationStatus;
import io.fluxj.api.meta.ConditionStatus;
import io.fluxj.api.meta.GoDuration;
import io.fluxj.kustomization.source.SourceSet;
import io.fluxj.runtime.events.Severity;
import io.fluxj.runtime.reconcile.CommonReason;
import io.fluxj.runtime.reconcile.ConditionType;
import io.fluxj.runtime.reconcile.Pass;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * One pass that has a source to work on.
 *
 * @param pass the frame's side of it
 * @param sources where the manifests come from
 * @param started when the work began
 * @param secrets what of the texts of build and API server nobody shall read
 */
record Work(Pass<Kustomization, KustomizationStatus> pass, SourceSet sources, Instant started, Concealment secrets) {

    Kustomization object() {
        return pass.object();
    }

    /** Whether a dependency of the same source has not applied this revision yet. */
    boolean leavesBehind(Kustomization dependency) {
        return sources.leaveBehind(dependency);
    }

    Duration timeout() {
        return Timings.timeout(object().getSpec());
    }

    /** Whether this very spec was applied to a good end before, be it of another revision. */
    boolean isSteady() {
        KustomizationStatus status = object().getStatus();
        return status != null
                && Objects.equals(
                        status.observedGeneration(), object().getMetadata().getGeneration())
                && pass.previousConditions().stream()
                        .anyMatch(mark -> mark.type().equals(ConditionType.READY)
                                && mark.status().is(ConditionStatus.TRUE)
                                && mark.reason().equals(CommonReason.RECONCILIATION_SUCCEEDED.text()));
    }

    /** Whether this spec and revision were applied to a good end before, and nobody asks for a pass. */
    boolean isRoutine() {
        KustomizationStatus status = object().getStatus();
        return isSteady()
                && sources.areApplied(status)
                && requested().equals(Objects.requireNonNullElse(status.lastHandledReconcileAt(), ""));
    }

    private String requested() {
        Map<String, String> annotations = object().getMetadata().getAnnotations();
        return annotations == null ? "" : annotations.getOrDefault("reconcile.fluxcd.io/requestedAt", "");
    }

    /** Revisions, as history entries hold them. */
    Map<String, String> revisions() {
        Map<String, String> revisions =
                new TreeMap<>(Map.of("revision", sources.main().revision()));
        if (!sources.main().originRevision().isEmpty()) {
            revisions.put("originRevision", sources.main().originRevision());
        }
        sources.revisions().forEach((name, revision) -> revisions.put("revision/" + name, revision));
        return revisions;
    }

    /** For example {@code Building manifests for revision main@sha1:… with a timeout of 9m30s}. */
    String message(String doing) {
        return "%s for revision %s with a timeout of %s".formatted(doing, sources.text(), GoDuration.of(timeout()));
    }

    /** Notes what is being done, so that a failure tells; goes out with the next patch only. */
    void note(String doing) {
        pass.conditions().markTrue(ConditionType.RECONCILING, CommonReason.PROGRESSING, message(doing));
    }

    /** Tells what is being done at once. */
    void announce(String doing) {
        pass.progress(message(doing));
    }

    /** A text of the build or of the API server as it may be told. */
    String concealed(String text) {
        return secrets.conceal(text);
    }

    /** Tells what became of objects, whose names may come from Secrets. */
    void tellOfObjects(String lines) {
        pass.emit(Severity.INFO, CommonReason.PROGRESSING, concealed(lines), Map.of());
    }
}
