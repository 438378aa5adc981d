package io.fluxj.runtime.reconcile.frame;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.util.Optional;

/**
 * Takes every field out of a status. The status itself stays, so that the API server puts no default in its place.
 */
record EmptyStatus<R extends CustomResource<?, ?>>(ObjectStore<R> store, KubernetesSerialization json) {
    private static final int NOT_FOUND = 404;

    /** The object with the empty status; nothing when there was nothing to take out, or the object is gone. */
    Optional<R> write(R object) {
        ObjectNode patch = JsonNodeFactory.instance.objectNode();
        patch.putObject("metadata").put("uid", object.getMetadata().getUid());
        ObjectNode status = patch.putObject("status");
        json.convertValue(object, JsonNode.class).path("status").fieldNames().forEachRemaining(status::putNull);
        try {
            return status.isEmpty() ? Optional.empty() : Optional.of(store.patchStatus(object, patch));
        } catch (KubernetesClientException refused) {
            if (refused.getCode() == NOT_FOUND) {
                return Optional.empty();
            }
            throw refused;
        }
    }
}
