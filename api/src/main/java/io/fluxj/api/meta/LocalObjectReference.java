package io.fluxj.api.meta;

import io.fluxj.api.json.Absent;
import io.fluxj.api.json.JsonRecord;
import io.fluxj.api.json.UnknownFields;
import java.util.Map;

/**
 * Names an object in the same namespace.
 *
 * @param name Name of the object.
 * @param unknown fields that this version of the class does not know; written back as they were read
 */
@JsonRecord
public record LocalObjectReference(
        String name, @UnknownFields Map<String, Object> unknown) implements LocalObjectReferenceBuilder.With {

    /** Keeps collections unmodifiable, and tells absent ones from empty ones. */
    public LocalObjectReference {
        unknown = Absent.copy(unknown);
    }

    /**
     * The object of the given name.
     *
     * @param name name of the object, in the namespace of the object that refers to it
     * @return the reference
     */
    public static LocalObjectReference of(String name) {
        return new LocalObjectReference(name, Map.of());
    }

    /**
     * Starts an empty value.
     *
     * @return a builder with nothing set
     */
    public static LocalObjectReferenceBuilder builder() {
        return LocalObjectReferenceBuilder.builder();
    }
}
