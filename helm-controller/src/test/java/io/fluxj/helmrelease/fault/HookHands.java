package io.fluxj.helmrelease.fault;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Lets the Pods of all namespaces end as their annotation says, since no node runs them. */
final class HookHands implements ResourceEventHandler<Pod>, AutoCloseable {
    private final KubernetesClient client;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final SharedIndexInformer<Pod> pods;

    HookHands(KubernetesClient client) {
        this.client = client;
        this.pods = client.pods().inAnyNamespace().inform(this);
    }

    @Override
    public void onAdd(Pod pod) {
        String end = pod.getMetadata().getAnnotations() == null
                ? ""
                : pod.getMetadata().getAnnotations().getOrDefault("golden/phase", "");
        if (!end.isEmpty() && !end.equals("Pending")) {
            threads.execute(() -> end(pod, end));
        }
    }

    private void end(Pod pod, String phase) {
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
    public void onUpdate(Pod before, Pod pod) {}

    @Override
    public void onDelete(Pod pod, boolean unknown) {}

    @Override
    public void close() {
        pods.close();
        threads.shutdownNow();
    }
}
