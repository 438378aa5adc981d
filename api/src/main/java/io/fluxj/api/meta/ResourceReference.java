package io.fluxj.api.meta;

import io.fluxj.api.json.Absent;
import io.fluxj.api.json.JsonRecord;
import io.fluxj.api.json.UnknownFields;
import java.util.Map;

/**
 * One owned object.
 *
 * @param id The object as namespace_name_group_kind; the namespace is empty for a cluster-wide object, the group for the core group.
 * @param v Version of the object's API, such as v1.
 * @param unknown fields that this version of the class does not know; written back as they were read
 */
@JsonRecord
public record ResourceReference(
        String id, String v, @UnknownFields Map<String, Object> unknown) implements ResourceReferenceBuilder.With {

    /** Keeps collections unmodifiable, and tells absent ones from empty ones. */
    public ResourceReference {
        unknown = Absent.copy(unknown);
    }

    /**
     * Starts an empty value.
     *
     * @return a builder with nothing set
     */
    public static ResourceReferenceBuilder builder() {
        return ResourceReferenceBuilder.builder();
    }
}
