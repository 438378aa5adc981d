package io.fluxj.runtime.reconcile.frame;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.util.Optional;

/** An {@link ObjectStore} over the Kubernetes client. */
record KubernetesObjectStore<R extends CustomResource<?, ?>>(
        KubernetesClient client, Class<R> type, PatchContext patching) implements ObjectStore<R> {

    static <R extends CustomResource<?, ?>> KubernetesObjectStore<R> of(
            KubernetesClient client, Class<R> type, String manager) {
        PatchContext patching = new PatchContext.Builder()
                .withPatchType(PatchType.JSON_MERGE)
                .withFieldManager(manager)
                .build();
        return new KubernetesObjectStore<>(client, type, patching);
    }

    @Override
    public R patchStatus(R object, ObjectNode patch) {
        return resource(object).subresource("status").patch(patching, patch.toString());
    }

    @Override
    public R patch(R object, ObjectNode patch) {
        return resource(object).patch(patching, patch.toString());
    }

    @Override
    public Optional<R> read(R object) {
        return Optional.ofNullable(resource(object).get());
    }

    private Resource<R> resource(R object) {
        return client.resources(type)
                .inNamespace(object.getMetadata().getNamespace())
                .withName(object.getMetadata().getName());
    }
}
