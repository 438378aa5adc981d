package io.fluxj.runtime.start;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fluxj.runtime.options.ControllerOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** The controllers of a process, which begin and end together. */
final class ControllerGroup implements AutoCloseable {
    private final Resources running = new Resources();
    private final CompletableFuture<Void> stopped = new CompletableFuture<>();

    /**
     * Starts them in order. Another thread may close the group meanwhile.
     *
     * @throws Exception why one of them cannot start; those before it are stopped again
     */
    void start(List<? extends GroupMember.Parsed<?>> members, KubernetesClient client, Host host) throws Exception {
        try {
            List<CompletableFuture<Void>> ends = new ArrayList<>();
            for (GroupMember.Parsed<?> member : members) {
                ends.add(endOf(running.keep(start(member, client, host))));
            }
            var _ = CompletableFuture.allOf(ends.toArray(CompletableFuture[]::new))
                    .thenRun(() -> stopped.complete(null));
        } catch (Exception failed) {
            close();
            throw failed;
        }
    }

    private static <O extends ControllerOptions> RunningController start(
            GroupMember.Parsed<O> member, KubernetesClient client, Host host) throws Exception {
        return new Start<>(member.definition(), member.options(), client, System.getenv(), new Resources()).in(host);
    }

    private CompletableFuture<Void> endOf(RunningController controller) {
        var _ = controller.stopped().exceptionally(failed -> {
            stopped.completeExceptionally(failed);
            return null;
        });
        return controller.stopped();
    }

    /** Completes when all of them stopped; exceptionally as soon as one did that was not asked to. */
    CompletableFuture<Void> stopped() {
        return stopped;
    }

    @Override
    public void close() {
        running.close();
    }
}
