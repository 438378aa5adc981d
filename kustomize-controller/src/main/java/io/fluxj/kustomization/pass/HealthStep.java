package io.fluxj.kustomization.pass;

import io.fluxj.api.kustomize.v1.HealthCheck;
import io.fluxj.api.kustomize.v1.Kustomization;
import io.fluxj.api.meta.Condition;
import io.fluxj.api.meta.ConditionStatus;
import io.fluxj.api.meta.GoDuration;
import io.fluxj.apply.Action;
import io.fluxj.apply.ObjectRef;
import io.fluxj.apply.Ownership;
import io.fluxj.apply.cluster.Cluster;
import io.fluxj.apply.health.HealthOptions;
import io.fluxj.apply.health.HealthResult;
import io.fluxj.apply.health.HealthWait;
import io.fluxj.apply.memory.AppliedMemory;
import io.fluxj.apply.memory.Hash;
import io.fluxj.manifest.BuiltManifests;
import io.fluxj.runtime.apply.PassWaits;
import io.fluxj.runtime.events.Severity;
import io.fluxj.runtime.health.HealthExpressions;
import io.fluxj.runtime.reconcile.CommonReason;
import io.fluxj.runtime.reconcile.Failure;
import io.fluxj.runtime.reconcile.Retryable;
import io.fluxj.runtime.reconcile.Stalled;
import io.fluxj.runtime.reconcile.Superseded;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Waits until the objects are healthy; ended at once by anything newer. Source: behaviour §2.7. */
final class HealthStep {

    static final String HEALTHY = "Healthy";
    private static final Logger LOG = LoggerFactory.getLogger(HealthStep.class);
    private static final int MOST_TOLD = 20;
    private static final int LONGEST = 300;
    private static final String DOING = "Running health checks";
    private static final Set<Action> APPLIED = EnumSet.of(Action.CREATED, Action.CONFIGURED, Action.UNCHANGED);

    private final boolean failFast;
    private final HealthExpressions expressions;
    private final AppliedMemory memory;
    private final Clock clock;

    HealthStep(boolean failFast, HealthExpressions expressions, AppliedMemory memory, Clock clock) {
        this.failFast = failFast;
        this.expressions = expressions;
        this.memory = memory;
        this.clock = clock;
    }

    void awaitHealth(Work work, ToApply wanted, ApplyStep.Applied applied) throws Failure, InterruptedException {
        List<ObjectRef> refs = awaited(work.object(), applied);
        if (refs.isEmpty()) {
            work.pass().conditions().clear(HEALTHY);
            return;
        }
        Check check = new Check(
                new HealthWait(wanted.target().cluster()),
                refs,
                options(work.object(), wanted.manifests(), work.timeout()));
        work.note(DOING);
        boolean wasHealthy = work.pass().previousConditions().stream().anyMatch(HealthStep::isHealthy);
        Instant began = clock.instant();
        HealthResult result = looked(work, wanted.target().cluster(), check);
        if (!(result instanceof HealthResult.Healthy)) {
            result = follow(work, check);
        }
        Duration took = Duration.between(began, clock.instant());
        conclude(
                work,
                result,
                took,
                !wasHealthy || (isNewRevision(work) && applied.changes().changedAnything()));
    }

    private record Check(HealthWait health, List<ObjectRef> refs, HealthOptions options) {}

    private static boolean isHealthy(Condition mark) {
        return mark.type().equals(HEALTHY) && mark.status().is(ConditionStatus.TRUE);
    }

    private static boolean isNewRevision(Work work) {
        return !work.sources().areApplied(work.pass().status());
    }

    /** One look, unless watches show that nothing has changed since the last one that was good. */
    private HealthResult looked(Work work, Cluster cluster, Check check) {
        Ownership owner = Own.MARKERS.ownership(work.object());
        Optional<Hash> before = memory.versions(cluster, owner, check.refs());
        if (work.isSteady()
                && before.filter(seen -> memory.wasHealthy(owner, seen)).isPresent()) {
            return new HealthResult.Healthy();
        }
        HealthResult result = check.health().look(check.refs(), check.options());
        if (result instanceof HealthResult.Healthy) {
            before.filter(seen -> memory.versions(cluster, owner, check.refs()).equals(Optional.of(seen)))
                    .ifPresent(seen -> memory.healthy(owner, seen));
        }
        return result;
    }

    private static HealthResult follow(Work work, Check check) throws InterruptedException {
        work.pass().conditions().markUnknown(HEALTHY, CommonReason.PROGRESSING, work.message(DOING));
        work.announce(DOING);
        HealthOptions options = check.options().withWaits(PassWaits.of(work.pass()));
        return check.health().await(check.refs(), options);
    }

    private static void conclude(Work work, HealthResult result, Duration took, boolean worthTelling) throws Failure {
        switch (result) {
            case HealthResult.Healthy() -> passed(work, took, worthTelling);
            case HealthResult.Failed(String message, var objects) -> {
                tellWhy(work, objects);
                throw failed(work, message, took);
            }
            case HealthResult.TimedOut(String message, var objects) -> {
                tellWhy(work, objects);
                throw failed(work, message, took);
            }
            case HealthResult.Cancelled(String trigger) ->
                throw Superseded.by(trigger)
                        .announcing(
                                Severity.INFO,
                                "Health checks canceled due to new reconciliation triggered by " + trigger);
        }
    }

    /** Conditions and events have the sentence that Flux's users know, which names the objects only; the log has what each of them said last. */
    private static void tellWhy(Work work, List<HealthResult.ObjectHealth> objects) {
        String lines = objects.stream()
                .filter(each -> !each.health().message().isEmpty())
                .limit(MOST_TOLD)
                .map(each ->
                        each.ref().subject() + ": " + shortened(each.health().message()))
                .collect(Collectors.joining("\n"));
        if (!lines.isEmpty()) {
            LOG.atWarn().addKeyValue("objects", work.concealed(lines)).log("not ready");
        }
    }

    private static String shortened(String message) {
        return message.length() <= LONGEST ? message : message.substring(0, LONGEST) + "...";
    }

    private static void passed(Work work, Duration took, boolean worthTelling) {
        String message = "Health check passed in " + GoDuration.of(took);
        if (worthTelling) {
            work.pass().emit(Severity.INFO, CommonReason.PROGRESSING, message, Map.of());
        }
        if (worthTelling || !work.pass().conditions().isTrue(HEALTHY)) {
            work.pass().conditions().markTrue(HEALTHY, CommonReason.SUCCEEDED, message);
        }
    }

    private static Retryable failed(Work work, String message, Duration took) {
        work.pass().conditions().markFalse(HEALTHY, CommonReason.HEALTH_CHECK_FAILED, work.concealed(message));
        return Retryable.of(
                CommonReason.HEALTH_CHECK_FAILED,
                "health check failed after %s: %s".formatted(GoDuration.of(took), message));
    }

    private HealthOptions options(Kustomization object, BuiltManifests manifests, Duration timeout) throws Stalled {
        String selector = waitsForAll(object) ? Own.MARKERS.ownership(object).selector() : "";
        return HealthOptions.of(timeout)
                .withFailFast(failFast)
                .withRules(expressions.rules(object.getSpec().healthCheckExprs()))
                .withMayVanish(HealthWait.vanishing(manifests.objects()))
                .withLabelSelector(selector);
    }

    private static boolean waitsForAll(Kustomization object) {
        return Boolean.TRUE.equals(object.getSpec().waitUntilHealthy());
    }

    private static List<ObjectRef> awaited(Kustomization object, ApplyStep.Applied applied) {
        List<ObjectRef> refs = waitsForAll(object)
                ? applied.changes().refs(APPLIED)
                : object.getSpec().healthChecks().stream().map(HealthStep::ref).toList();
        Map<ObjectRef, ObjectRef> distinct = new LinkedHashMap<>();
        refs.stream()
                .filter(ref -> !isItself(ref, object))
                .forEach(ref -> distinct.putIfAbsent(ref.withVersion(""), ref));
        return List.copyOf(distinct.values());
    }

    private static ObjectRef ref(HealthCheck check) {
        String apiVersion = check.apiVersion();
        String namespace = check.namespace();
        return ObjectRef.of(
                apiVersion == null || apiVersion.isEmpty() ? "apps/v1" : apiVersion,
                check.kind(),
                namespace == null ? "" : namespace,
                check.name());
    }

    private static boolean isItself(ObjectRef ref, Kustomization object) {
        return ref.kind().equals("Kustomization")
                && ref.name().equals(object.getMetadata().getName())
                && ref.namespace().equals(object.getMetadata().getNamespace());
    }
}
