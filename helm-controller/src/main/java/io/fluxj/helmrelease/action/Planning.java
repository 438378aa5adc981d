package io.fluxj.helmrelease.action;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.apply.ObjectRef;
import io.fluxj.apply.cluster.ApiException;
import io.fluxj.apply.memory.AppliedMemory;
import io.fluxj.apply.stage.ApplyOptions;
import io.fluxj.apply.stage.Planned;
import io.fluxj.apply.stage.StagedApply;
import io.fluxj.helm.Notices;
import io.fluxj.helm.action.ActionException;
import io.fluxj.helm.action.ClusterException;
import io.fluxj.helm.action.Preview;
import io.fluxj.helm.action.ReleaseObject;
import io.fluxj.helm.release.Release;
import io.fluxj.helmrelease.HelmReleaseReason;
import io.fluxj.helmrelease.Own;
import io.fluxj.helmrelease.history.Snapshots;
import io.fluxj.helmrelease.release.HelmActions;
import io.fluxj.helmrelease.values.ValuesDiff;
import io.fluxj.runtime.events.Severity;
import io.fluxj.runtime.plan.PlanMap;
import io.fluxj.runtime.plan.PlanText;
import io.fluxj.runtime.reconcile.ConditionType;
import io.fluxj.runtime.reconcile.Failure;
import io.fluxj.runtime.reconcile.Outcome;
import io.fluxj.runtime.reconcile.Retryable;
import java.util.List;
import java.util.Map;

/**
 * Shows what the next install or upgrade would change, and does nothing of it, where the annotation {@code helm.fluxj.io/mode} is {@code plan}. Hooks are not
 * shown, nor the definitions in {@code crds/}.
 *
 * @param written where it is written down
 */
public record Planning(ReleaseWork work, PlanMap written) {
    /** Asks for a plan. */
    public static final String MODE = "helm.fluxj.io/mode";

    /** Whether that is asked for. */
    public boolean isWanted() {
        return PlanMap.isWanted(work.site().pass().object(), MODE);
    }

    /** Looks, and tells. */
    public Outcome run() throws Failure, InterruptedException {
        HelmActions actions = work.site().actions(Notices.NONE, _ -> {});
        try {
            Preview.Seen seen = actions.preview()
                    .run(Deployment.wanted(work), new ActionSettings(work.site().rules(), work.helm3()).ofUpgrade());
            List<ObjectNode> wanted =
                    seen.objects().stream().map(ReleaseObject::content).toList();
            List<Planned> planned = new StagedApply(work.site().target().cluster(), new AppliedMemory(1))
                    .plan(
                            wanted,
                            ApplyOptions.of(
                                    Own.MARKERS.ownership(work.site().pass().object())));
            List<ObjectNode> former = seen.former().map(actions::objects).orElse(List.of());
            return told(seen, new PlanText(planned, deleted(former, wanted)));
        } catch (ActionException | ClusterException | ApiException e) {
            throw Retryable.of(HelmReleaseReason.PLAN_FAILED, "the plan cannot be made: " + e.getMessage(), e);
        }
    }

    private static List<ObjectRef> deleted(List<ObjectNode> former, List<ObjectNode> wanted) {
        List<ObjectRef> staying = wanted.stream().map(ObjectRef::of).toList();
        return former.stream()
                .filter(object -> !object.at("/metadata/annotations/helm.sh~1resource-policy")
                        .asText()
                        .strip()
                        .equalsIgnoreCase("keep"))
                .map(ObjectRef::of)
                .filter(ref -> staying.stream().noneMatch(other -> other.sameObject(ref)))
                .toList();
    }

    private Outcome told(Preview.Seen seen, PlanText text) throws Retryable {
        ReleaseSite site = work.site();
        String chart = work.chart().reference();
        String whole = chartLine(seen, chart)
                + new ValuesDiff(work.values())
                        .from(seen.former().map(Release::config).orElse(Map.of()))
                + work.values().concealed(text.whole());
        boolean isNew = written.write(site.pass().object(), whole, chart);
        String message = "Plan for chart %s: %s. Nothing is applied. %s"
                .formatted(chart, text.summary(), written.howToRead(site.pass().object()));
        site.conditions().clear(ConditionType.RECONCILING);
        site.conditions().clear(ConditionType.STALLED);
        site.conditions().markTrue(ConditionType.READY, HelmReleaseReason.PLANNED, message);
        if (isNew) {
            site.pass().emit(Severity.INFO, HelmReleaseReason.PLANNED, message, Map.of());
        }
        return Outcome.ready(
                HelmReleaseReason.PLANNED,
                message,
                site.rules().spec().interval().value());
    }

    private static String chartLine(Preview.Seen seen, String chart) {
        String before = seen.former()
                .map(release -> Snapshots.chart(release, "name") + "@" + Snapshots.chart(release, "version"))
                .orElse("(nothing)");
        return before.equals(chart) ? "" : "chart " + before + " -> " + chart + "\n";
    }
}
