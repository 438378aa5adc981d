package io.fluxj.api.meta;

import io.fluxj.api.json.Absent;
import io.fluxj.api.json.JsonRecord;
import io.fluxj.api.json.UnknownFields;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An object that has to be ready first, of the same kind unless it names another.
 *
 * @param apiVersion Group and version of a dependency of another kind. It is ready when it is there and, by the rules of kstatus, current.
 * @param kind Kind of the dependency. Defaults to the kind of the object that depends on it.
 * @param name Name of the dependency.
 * @param namespace Namespace of the dependency. Defaults to the namespace of the object that depends on it.
 * @param readyExpr CEL expression that decides instead of, or besides, the Ready condition when the dependency counts as ready. It sees both objects as the variables dep and self and must give a boolean.
 * @param unknown fields that this version of the class does not know; written back as they were read
 */
@JsonRecord
public record DependencyReference(
        @Nullable String apiVersion,
        @Nullable String kind,
        String name,
        @Nullable String namespace,
        @Nullable String readyExpr,
        @UnknownFields Map<String, Object> unknown)
        implements DependencyReferenceBuilder.With {

    /** Keeps collections unmodifiable, and tells absent ones from empty ones. */
    public DependencyReference {
        unknown = Absent.copy(unknown);
    }

    /**
     * Starts an empty value.
     *
     * @return a builder with nothing set
     */
    public static DependencyReferenceBuilder builder() {
        return DependencyReferenceBuilder.builder();
    }
}
