package io.fluxj.runtime.reconcile.frame;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fluxj.runtime.client.MergePatches;
import java.util.Optional;

/** An {@link ObjectStore} over the Kubernetes client. */
record KubernetesObjectStore<R extends CustomResource<?, ?>>(MergePatches<R> patches) implements ObjectStore<R> {

    static <R extends CustomResource<?, ?>> KubernetesObjectStore<R> of(
            KubernetesClient client, Class<R> type, String manager) {
        return new KubernetesObjectStore<>(MergePatches.of(client, type, manager));
    }

    @Override
    public R patchStatus(R object, ObjectNode patch) {
        return patches.patchStatus(object.getMetadata(), patch);
    }

    @Override
    public R patch(R object, ObjectNode patch) {
        return patches.patch(object.getMetadata(), patch);
    }

    @Override
    public Optional<R> read(R object) {
        return Optional.ofNullable(patches.client()
                .resources(patches.type())
                .inNamespace(object.getMetadata().getNamespace())
                .withName(object.getMetadata().getName())
                .get());
    }
}
