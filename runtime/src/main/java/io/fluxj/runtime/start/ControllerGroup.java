package io.fluxj.runtime.start;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fluxj.runtime.options.ControllerOptions;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
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
            group.awaitAll();
            return group;
        } catch (Exception failed) {
            group.close();
            throw failed;
        }
    }

    private static <O extends ControllerOptions> RunningController start(
            GroupMember.Parsed<O> member, KubernetesClient client, Host host) throws Exception {
        return new Start<>(member.definition(), member.options(), client, System.getenv(), new Resources()).in(host);
    }

    private void add(RunningController controller) {
        running.push(controller);
        var _ = controller.stopped().exceptionally(failed -> {
            stopped.completeExceptionally(failed);
            return null;
        });
    }

    private void awaitAll() {
        var _ = CompletableFuture.allOf(
                        running.stream().map(RunningController::stopped).toArray(CompletableFuture[]::new))
                .thenRun(() -> stopped.complete(null));
    }

    /** Completes when all of them stopped; exceptionally as soon as one did that was not asked to. */
    CompletableFuture<Void> stopped() {
        return stopped;
    }

    @Override
    public void close() {
        running.forEach(RunningController::close);
    }
}
