package io.fluxj.runtime.start;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fluxj.runtime.options.ControllerOptions;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** The controllers of a process, which begin and end together. */
final class ControllerGroup implements AutoCloseable {
    private final Deque<RunningController> running = new ArrayDeque<>();
    private final CompletableFuture<Void> stopped = new CompletableFuture<>();

    private ControllerGroup() {}

    /**
     * Starts them in order.
     *
     * @throws Exception why one of them cannot start; those before it are stopped again
     */
    static ControllerGroup start(List<? extends GroupMember.Parsed<?>> members, KubernetesClient client, Host host)
            throws Exception {
        ControllerGroup group = new ControllerGroup();
        try {
            for (GroupMember.Parsed<?> member : members) {
                group.add(start(member, client, host));
            }
            return group;
        } catch (Exception failed) {
            group.close();
            throw failed;
        }
    }

    private static <O extends ControllerOptions> RunningController start(
            GroupMember.Parsed<O> member, KubernetesClient client, Host host) throws Exception {
        Map<String, String> variables = System.getenv();
        Resources resources = new Resources();
        try {
            return new Start<>(member.definition(), member.options(), client, variables, resources).in(host);
        } catch (Exception failed) {
            resources.close();
            throw failed;
        }
    }

    private void add(RunningController controller) {
        running.push(controller);
        var _ = controller.stopped().whenComplete((done, failed) -> {
            if (failed == null) {
                stopped.complete(null);
            } else {
                stopped.completeExceptionally(failed);
            }
        });
    }

    /** Completes when the first of them stopped; exceptionally when that was not asked for. */
    CompletableFuture<Void> stopped() {
        return stopped;
    }

    @Override
    public void close() {
        running.forEach(RunningController::close);
    }
}
