package io.fluxj.api.kustomize;

import io.fluxj.api.json.Absent;
import io.fluxj.api.json.JsonRecord;
import io.fluxj.api.json.UnknownFields;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Picks objects. What is not set matches everything; group, version, kind, name and namespace are regular expressions that must match the whole value.
 *
 * @param group API group of the objects.
 * @param version API version of the objects, without the group.
 * @param kind Kind of the objects.
 * @param name Name of the objects.
 * @param namespace Namespace of the objects.
 * @param annotationSelector Selects by annotations, in the form kubectl takes for labels, such as "a=b,c!=d,e in (f,g)".
 * @param labelSelector Selects by labels, in the form kubectl takes, such as "a=b,c!=d,e in (f,g)".
 * @param unknown fields that this version of the class does not know; written back as they were read
 */
@JsonRecord
public record Selector(
        @Nullable String group,
        @Nullable String version,
        @Nullable String kind,
        @Nullable String name,
        @Nullable String namespace,
        @Nullable String annotationSelector,
        @Nullable String labelSelector,
        @UnknownFields Map<String, Object> unknown)
        implements SelectorBuilder.With {

    /** Keeps collections unmodifiable, and tells absent ones from empty ones. */
    public Selector {
        unknown = Absent.copy(unknown);
    }

    /**
     * Starts an empty value.
     *
     * @return a builder with nothing set
     */
    public static SelectorBuilder builder() {
        return SelectorBuilder.builder();
    }
}
