package io.fluxj.runtime.reconcile.frame;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fluxj.runtime.reconcile.KindRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Keeps the finalizer on objects and takes it off. JOSDK would do so too, but refuses a finalizer whose name has no slash, which that of most kinds has not.
 */
record Finalizer<R extends CustomResource<?, ?>>(ObjectStore<R> store) {
    private static final int TRIES = 5;
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;

    static boolean isOn(CustomResource<?, ?> object) {
        List<String> finalizers = object.getMetadata().getFinalizers();
        return finalizers != null && finalizers.contains(name(object));
    }

    /** The object with the finalizer; empty when it is gone or going. */
    Optional<R> ensure(R object) {
        Optional<R> current = Optional.of(object);
        for (int attempt = 1; current.isPresent(); attempt++) {
            R latest = current.get();
            if (isOn(latest)) {
                return current;
            }
            if (latest.getMetadata().getDeletionTimestamp() != null) {
                return Optional.empty();
            }
            List<String> finalizers = without(latest);
            finalizers.add(name(latest));
            try {
                return Optional.of(store.patch(latest, patch(latest, finalizers)));
            } catch (KubernetesClientException refused) {
                current = again(latest, refused, attempt);
            }
        }
        return Optional.empty();
    }

    /** Takes the finalizer off; the object may then go. */
    void remove(R object) {
        Optional<R> current = Optional.of(object);
        for (int attempt = 1; current.filter(Finalizer::isOn).isPresent(); attempt++) {
            R latest = current.get();
            try {
                store.patch(latest, patch(latest, without(latest)));
                return;
            } catch (KubernetesClientException refused) {
                current = again(latest, refused, attempt);
            }
        }
    }

    private Optional<R> again(R object, KubernetesClientException refused, int attempt) {
        if (refused.getCode() == NOT_FOUND) {
            return Optional.empty();
        }
        if (refused.getCode() != CONFLICT || attempt == TRIES) {
            throw refused;
        }
        String uid = object.getMetadata().getUid();
        return store.read(object)
                .filter(latest -> uid.equals(latest.getMetadata().getUid()));
    }

    private static List<String> without(CustomResource<?, ?> object) {
        List<String> finalizers = new ArrayList<>();
        if (object.getMetadata().getFinalizers() != null) {
            finalizers.addAll(object.getMetadata().getFinalizers());
        }
        finalizers.remove(name(object));
        return finalizers;
    }

    private static String name(CustomResource<?, ?> object) {
        return KindRules.finalizerOf(object.getClass());
    }

    private static ObjectNode patch(CustomResource<?, ?> object, List<String> finalizers) {
        ObjectNode patch = JsonNodeFactory.instance.objectNode();
        ObjectNode metadata = patch.putObject("metadata");
        metadata.put("uid", object.getMetadata().getUid());
        metadata.put("resourceVersion", object.getMetadata().getResourceVersion());
        ArrayNode list = metadata.putArray("finalizers");
        finalizers.forEach(list::add);
        return patch;
    }
}
