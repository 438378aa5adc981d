package io.fluxj.runtime.reconcile.frame;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** The API as a pass needs it: the objects of one kind. */
interface ObjectStore<R> {
    /**
     * Merges {@code patch} into the object's status.
     *
     * @return the object as it is now
     * @throws io.fabric8.kubernetes.client.KubernetesClientException with the code of the answer
     */
    R patchStatus(R object, ObjectNode patch);

    /**
     * Merges {@code patch} into the object, its status excepted.
     *
     * @return the object as it is now
     * @throws io.fabric8.kubernetes.client.KubernetesClientException with the code of the answer
     */
    R patch(R object, ObjectNode patch);

    /** The object of the same name as it is now, if there is one. */
    Optional<R> read(R object);
}
