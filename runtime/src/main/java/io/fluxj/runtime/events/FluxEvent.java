package io.fluxj.runtime.events;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectReference;
import io.fabric8.kubernetes.api.model.ObjectReferenceBuilder;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/**
 * One event on its way out.
 *
 * @param metadata what the controller gave, overridden by the object's own {@code event.toolkit.fluxcd.io/…} annotations
 */
record FluxEvent(
        ObjectReference involved,
        Severity severity,
        String reason,
        String message,
        Map<String, String> metadata,
        Instant time) {
    /** Annotations of an object with this prefix go with its events. Source: conditions-events §10. */
    static final String PREFIX = "event.toolkit.fluxcd.io/";

    static FluxEvent about(
            HasMetadata object,
            Severity severity,
            String reason,
            String message,
            Map<String, String> metadata,
            Instant time) {
        return new FluxEvent(reference(object), severity, reason, message, merged(metadata, object), time);
    }

    private static Map<String, String> merged(Map<String, String> metadata, HasMetadata object) {
        Map<String, String> all = new TreeMap<>(metadata);
        Map<String, String> annotations = object.getMetadata().getAnnotations();
        if (annotations != null) {
            annotations.forEach((key, value) -> {
                if (key.startsWith(PREFIX)) {
                    all.put(key, value);
                }
            });
        }
        return all;
    }

    private static ObjectReference reference(HasMetadata object) {
        return new ObjectReferenceBuilder()
                .withApiVersion(object.getApiVersion())
                .withKind(object.getKind())
                .withNamespace(object.getMetadata().getNamespace())
                .withName(object.getMetadata().getName())
                .withUid(object.getMetadata().getUid())
                .withResourceVersion(object.getMetadata().getResourceVersion())
                .build();
    }
}
