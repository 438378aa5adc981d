package io.fluxj.helmrelease.action;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.fluxj.api.helm.v2.ReleaseSnapshot;
import io.fluxj.apply.Action;
import io.fluxj.apply.Change;
import io.fluxj.apply.ChangeSet;
import io.fluxj.apply.cluster.ApiException;
import io.fluxj.apply.cluster.Cluster;
import io.fluxj.helmrelease.HelmReleaseReason;
import io.fluxj.helmrelease.Own;
import io.fluxj.helmrelease.drift.Drift;
import io.fluxj.helmrelease.history.Snapshots;
import io.fluxj.runtime.reconcile.Failure;
import io.fluxj.runtime.reconcile.Retryable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Makes what drifted as it was released; fields that others added stay. Source: behaviour §3.8. */
record CorrectDriftStep(ReleaseWork work, Drift drift, ReleaseSnapshot released) implements ReleaseStep {

    @Override
    public String name() {
        return "correct cluster drift";
    }

    @Override
    public Turn turn() {
        return Turn.CORRECT_DRIFT;
    }

    @Override
    public Duration timeout() {
        return work.site().rules().timeout(null);
    }

    @Override
    public void run() throws Failure {
        List<Change> done = new ArrayList<>();
        try {
            drift.objects().forEach(object -> done.add(correct(object)));
        } catch (ApiException e) {
            throw failed(done, e);
        }
        String message = "Cluster state of release %s has been corrected:\n%s"
                .formatted(Snapshots.fullName(released), new ChangeSet(done).changedLines());
        Told.of(work.site().pass(), released).info(HelmReleaseReason.DRIFT_CORRECTED, message);
    }

    private Change correct(Drift.Drifted object) {
        Cluster cluster = work.site().target().cluster();
        return switch (object) {
            case Drift.Removed removed -> {
                cluster.apply(removed.ref(), removed.manifest(), Own.MANAGER);
                yield new Change(removed.ref(), Action.CREATED);
            }
            case Drift.Changed changed -> {
                cluster.patch(changed.ref(), withoutRemovals(changed.operations()), Own.MANAGER);
                yield new Change(changed.ref(), Action.CONFIGURED);
            }
        };
    }

    private static ArrayNode withoutRemovals(ArrayNode operations) {
        ArrayNode kept = JsonNodeFactory.instance.arrayNode();
        operations
                .valueStream()
                .filter(operation -> !operation.path("op").asText().equals("remove"))
                .forEach(kept::add);
        return kept;
    }

    private Retryable failed(List<Change> done, ApiException e) {
        String message = "Failed to correct cluster state of release %s:\n%s\n%s"
                .formatted(Snapshots.fullName(released), new ChangeSet(done).changedLines(), e.getMessage());
        Told.of(work.site().pass(), released).error(HelmReleaseReason.DRIFT_CORRECTION_FAILED, message);
        return Retryable.of(HelmReleaseReason.DRIFT_CORRECTION_FAILED, message).quietly();
    }
}
