package io.fluxj.api.meta;

import io.fluxj.api.json.Absent;
import io.fluxj.api.json.JsonRecord;
import io.fluxj.api.json.UnknownFields;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Names an object in this or another namespace.
 *
 * @param name Name of the object.
 * @param namespace Namespace of the object. Defaults to the namespace of the object that refers to it.
 * @param unknown fields that this version of the class does not know; written back as they were read
 */
@JsonRecord
public record NamespacedObjectReference(
        String name,
        @Nullable String namespace,
        @UnknownFields Map<String, Object> unknown) implements NamespacedObjectReferenceBuilder.With {

    /** Keeps collections unmodifiable, and tells absent ones from empty ones. */
    public NamespacedObjectReference {
        unknown = Absent.copy(unknown);
    }

    /**
     * Starts an empty value.
     *
     * @return a builder with nothing set
     */
    public static NamespacedObjectReferenceBuilder builder() {
        return NamespacedObjectReferenceBuilder.builder();
    }
}
