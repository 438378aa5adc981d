package io.fluxj.cli.apply;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.apply.ChangeSet;
import io.fluxj.apply.ObjectRef;
import io.fluxj.apply.Ownership;
import io.fluxj.apply.cluster.Cluster;
import io.fluxj.apply.health.HealthOptions;
import io.fluxj.apply.health.HealthResult;
import io.fluxj.apply.health.HealthResult.ObjectHealth;
import io.fluxj.apply.health.HealthWait;
import io.fluxj.apply.memory.AppliedMemory;
import io.fluxj.apply.normalise.Normaliser;
import io.fluxj.apply.stage.ApplyException;
import io.fluxj.apply.stage.ApplyOptions;
import io.fluxj.apply.stage.StagedApply;
import io.fluxj.cli.frame.CommandFailure;
import io.fluxj.cli.frame.Session;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Applies manifests as the command line's own, and waits for them.
 *
 * @param session of the command
 * @param cluster where to
 */
public record Applier(Session session, Cluster cluster) {
    /** The field manager of Flux's command line, so that either program goes on with what the other applied. */
    public static final String MANAGER = "flux";

    /** Applies to the session's cluster. */
    public static Applier of(Session session) {
        return new Applier(session, Cluster.of(session.client()));
    }

    /** Applies objects, what defines kinds first, and answers what became of them. */
    public ChangeSet apply(List<ObjectNode> manifests) throws InterruptedException {
        Normaliser normaliser = new Normaliser();
        ApplyOptions options = ApplyOptions.of(new Ownership(MANAGER, Map.of())).withStageTimeout(session.timeout());
        try (AppliedMemory memory = new AppliedMemory(1)) {
            return new StagedApply(cluster, memory)
                    .apply(manifests.stream().map(normaliser::normalise).toList(), options);
        } catch (ApplyException refused) {
            throw new CommandFailure("install failed: " + refused.getMessage(), refused);
        }
    }

    /** Applies one object. */
    public ObjectNode apply(ObjectNode manifest) {
        ObjectNode ready = new Normaliser().normalise(manifest);
        return cluster.apply(ObjectRef.of(ready), ready, MANAGER);
    }

    /**
     * Waits until Deployments are ready, and tells of each.
     *
     * @throws CommandFailure when one is not within the session's time
     */
    public void awaitDeployments(List<ObjectRef> deployments) throws InterruptedException {
        HealthOptions options = HealthOptions.of(session.timeout()).withFailFast(false);
        List<ObjectHealth> bad = bad(new HealthWait(cluster).await(deployments, options));
        for (ObjectRef deployment : deployments) {
            bad.stream()
                    .filter(each -> each.ref().sameObject(deployment))
                    .findFirst()
                    .ifPresentOrElse(
                            each -> session.terminal()
                                    .failure("%s: %s"
                                            .formatted(
                                                    deployment.name(),
                                                    each.health().message())),
                            () -> session.terminal().success(deployment.name() + ": deployment ready"));
        }
        if (!bad.isEmpty()) {
            throw new CommandFailure("timed out waiting for all components to be healthy; see 'kubectl describe"
                    + " deployment -n " + deployments.getFirst().namespace() + "'");
        }
    }

    private static List<ObjectHealth> bad(HealthResult result) {
        return switch (result) {
            case HealthResult.Healthy() -> List.of();
            case HealthResult.Failed(String _, List<ObjectHealth> objects) -> objects;
            case HealthResult.TimedOut(String _, List<ObjectHealth> objects) -> objects;
            case HealthResult.Cancelled(String reason) -> throw new CommandFailure(reason);
        };
    }

    /** The Deployments among objects, by name. */
    public static List<ObjectRef> deployments(List<ObjectNode> manifests) {
        return manifests.stream()
                .map(ObjectRef::of)
                .filter(ref -> ref.groupKind().equals("Deployment.apps"))
                .sorted(Comparator.comparing(ObjectRef::name))
                .toList();
    }
}
