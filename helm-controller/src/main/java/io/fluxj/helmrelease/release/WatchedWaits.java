package io.fluxj.helmrelease.release;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.apply.ObjectRef;
import io.fluxj.apply.health.Health;
import io.fluxj.apply.health.HealthOptions;
import io.fluxj.apply.health.HealthResult;
import io.fluxj.apply.health.HealthRule;
import io.fluxj.apply.health.HealthRules;
import io.fluxj.apply.health.HealthWait;
import io.fluxj.apply.health.KStatus;
import io.fluxj.apply.health.Status;
import io.fluxj.apply.live.Termination;
import io.fluxj.helm.action.ClusterException;
import io.fluxj.helm.action.ClusterException.Kind;
import io.fluxj.helm.action.ObjectId;
import io.fluxj.helm.action.ReleaseObject;
import io.fluxj.helm.action.ReleaseWaits;
import io.fluxj.helm.action.WaitMode;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Waits from watches, never longer than anybody wants the result. */
final class WatchedWaits implements ReleaseWaits {
    private static final String JOB = "Job.batch";
    private static final String DEPLOYMENT = "Deployment.apps";
    private static final String TOO_LATE = "context deadline exceeded";

    private final ReleaseTarget target;

    WatchedWaits(ReleaseTarget target) {
        this.target = target;
    }

    @Override
    public void untilReady(List<ReleaseObject> objects, WaitMode mode, boolean jobs, Duration timeout)
            throws InterruptedException {
        switch (mode) {
            case HOOKS_ONLY -> {}
            case READY -> ready(objects, options(objects, timeout).withRules(rules(jobs)));
            case LEGACY -> legacy(objects, jobs, timeout);
        }
    }

    private void ready(List<ReleaseObject> objects, HealthOptions options) throws InterruptedException {
        switch (awaited(objects, options)) {
            case HealthResult.Healthy() -> {}
            case HealthResult.Failed(var message, var _) -> throw notReady(message);
            case HealthResult.TimedOut(var message, var _) -> throw notReady(message);
            case HealthResult.Cancelled(var reason) -> throw new ClusterException(Kind.CANCELLED, reason);
        }
    }

    private void legacy(List<ReleaseObject> objects, boolean jobs, Duration timeout) throws InterruptedException {
        List<ReleaseObject> judged = objects.stream()
                .filter(object ->
                        LegacyRules.judges(ApplyCluster.ref(object.id()).groupKind(), jobs))
                .toList();
        HealthOptions options =
                options(judged, timeout).withRules(LegacyRules.of()).withFailFast(true);
        switch (awaited(judged, options)) {
            case HealthResult.Healthy() -> {}
            case HealthResult.Failed(var _, var failed) ->
                throw notReady(failed.getFirst().health().message());
            case HealthResult.TimedOut(var _, var _) -> throw notReady(TOO_LATE);
            case HealthResult.Cancelled(var reason) -> throw new ClusterException(Kind.CANCELLED, reason);
        }
    }

    @Override
    public void untilRun(ReleaseObject hook, WaitMode mode, Duration timeout) throws InterruptedException {
        String kind = ApplyCluster.ref(hook.id()).groupKind();
        if (kind.equals("Pod") || kind.equals(JOB)) {
            HealthRules rules = HealthRules.standard().with("Pod", WatchedWaits::ran);
            List<ReleaseObject> only = List.of(hook);
            ready(only, options(only, timeout).withRules(rules).withFailFast(false));
        }
    }

    /** A hook's Pod has done its work when it succeeded, not when it runs. */
    private static Health ran(JsonNode pod, Instant now) {
        return switch (pod.path("status").path("phase").asText("")) {
            case "Succeeded" -> new Health(Status.CURRENT, "", "Pod has succeeded");
            case "Failed" -> new Health(Status.FAILED, "PodFailed", "Pod has failed");
            default -> new Health(Status.IN_PROGRESS, "PodInProgress", "Pod in progress");
        };
    }

    @Override
    public void untilGone(List<ObjectId> objects, Duration timeout) throws InterruptedException {
        List<ObjectRef> refs = objects.stream().map(ApplyCluster::ref).toList();
        List<ObjectRef> left = Termination.await(target.cluster(), refs, timeout, target.waits());
        if (left.isEmpty()) {
            return;
        }
        target.waits().cancel().reason().ifPresent(reason -> {
            throw new ClusterException(Kind.CANCELLED, reason);
        });
        throw notReady(left.stream()
                .map(ref -> ref.subject() + " status: 'Terminating'")
                .collect(Collectors.joining(", ", "timeout waiting for: [", "]")));
    }

    private HealthResult awaited(List<ReleaseObject> objects, HealthOptions options) throws InterruptedException {
        List<ObjectRef> refs =
                objects.stream().map(object -> ApplyCluster.ref(object.id())).toList();
        return refs.isEmpty() ? new HealthResult.Healthy() : new HealthWait(target.cluster()).await(refs, options);
    }

    private HealthOptions options(List<ReleaseObject> objects, Duration timeout) {
        List<ObjectNode> manifests =
                objects.stream().map(ReleaseObject::content).toList();
        Set<ObjectRef> vanishing = HealthWait.vanishing(manifests);
        return HealthOptions.of(timeout).withWaits(target.waits()).withMayVanish(vanishing);
    }

    /** Paused Deployments are not waited for, and Jobs only when that is asked for. */
    private HealthRules rules(boolean jobs) {
        Map<String, HealthRule> rules = new HashMap<>(target.rules().byKind());
        rules.putIfAbsent(
                DEPLOYMENT,
                (deployment, now) -> isPaused(deployment)
                        ? new Health(Status.CURRENT, "", "Deployment is paused")
                        : KStatus.judge(deployment, now));
        if (!jobs) {
            rules.remove(JOB);
        }
        return new HealthRules(rules);
    }

    private static boolean isPaused(JsonNode deployment) {
        return deployment.path("spec").path("paused").asBoolean(false);
    }

    private static ClusterException notReady(String message) {
        return new ClusterException(Kind.NOT_READY, message);
    }
}
