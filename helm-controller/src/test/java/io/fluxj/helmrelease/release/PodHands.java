package io.fluxj.helmrelease.release;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodStatus;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import java.util.List;

/** Lets the Pods of a namespace end as their annotation says, since no node runs them. */
final class PodHands implements ResourceEventHandler<Pod>, AutoCloseable {
    private static final List<String> ENDS = List.of("Succeeded", "Failed");

    private final KubernetesClient client;
    private final SharedIndexInformer<Pod> pods;

    PodHands(KubernetesClient client, String namespace) {
        this.client = client;
        this.pods = client.pods().inNamespace(namespace).inform(this);
    }

    @Override
    public void onAdd(Pod pod) {
        String end = pod.getMetadata().getAnnotations() == null
                ? ""
                : pod.getMetadata().getAnnotations().getOrDefault("golden/phase", "");
        if (ENDS.contains(end)) {
            var _ = client.resource(pod).editStatus(live -> ended(live, end));
        }
    }

    private static Pod ended(Pod pod, String phase) {
        PodStatus status = pod.getStatus() == null ? new PodStatus() : pod.getStatus();
        status.setPhase(phase);
        pod.setStatus(status);
        return pod;
    }

    @Override
    public void onUpdate(Pod before, Pod pod) {}

    @Override
    public void onDelete(Pod pod, boolean unknown) {}

    @Override
    public void close() {
        pods.close();
    }
}
