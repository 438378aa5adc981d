package io.fluxj.helmrelease.node;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Lets the Pods of hooks and tests end as their annotation says, as the helper of the recordings did. */
public final class HookPods implements AutoCloseable {
    private static final String WANTED = "golden/phase";
    private static final Set<String> ENDS = Set.of("Succeeded", "Failed");

    private final KubernetesClient client;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final SharedIndexInformer<Pod> pods;

    private HookPods(KubernetesClient client) {
        this.client = client;
        this.pods = client.pods().inAnyNamespace().inform(new Ending());
    }

    /** Does so from now on, in all namespaces. */
    public static HookPods start(KubernetesClient client) {
        return new HookPods(client);
    }

    private void end(Pod pod) {
        Map<String, String> annotations = pod.getMetadata().getAnnotations();
        String wanted = annotations == null ? "" : annotations.getOrDefault(WANTED, "");
        String phase =
                pod.getStatus() == null ? "" : String.valueOf(pod.getStatus().getPhase());
        if (ENDS.contains(wanted) && !ENDS.contains(phase)) {
            threads.execute(() -> patch(pod, wanted));
        }
    }

    private void patch(Pod pod, String phase) {
        try {
            client.pods()
                    .inNamespace(pod.getMetadata().getNamespace())
                    .withName(pod.getMetadata().getName())
                    .subresource("status")
                    .patch(PatchContext.of(PatchType.JSON_MERGE), "{\"status\":{\"phase\":\"" + phase + "\"}}");
        } catch (KubernetesClientException gone) {
            System.err.println("a hook's Pod could not be ended: " + gone.getMessage());
        }
    }

    @Override
    public void close() {
        pods.close();
        threads.shutdownNow();
    }

    private final class Ending implements ResourceEventHandler<Pod> {
        @Override
        public void onAdd(Pod pod) {
            end(pod);
        }

        @Override
        public void onUpdate(Pod before, Pod after) {
            end(after);
        }

        @Override
        public void onDelete(Pod pod, boolean unknown) {}
    }
}
