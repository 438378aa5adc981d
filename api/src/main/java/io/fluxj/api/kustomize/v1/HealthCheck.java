package io.fluxj.api.kustomize.v1;

import io.fluxj.api.json.Absent;
import io.fluxj.api.json.JsonRecord;
import io.fluxj.api.json.UnknownFields;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An object that must be healthy.
 *
 * @param apiVersion Group and version of the object. Defaults to apps/v1.
 * @param kind Kind of the object.
 * @param name Name of the object.
 * @param namespace Namespace of the object. Defaults to that of the Kustomization.
 * @param unknown fields that this version of the class does not know; written back as they were read
 */
@JsonRecord
public record HealthCheck(
        @Nullable String apiVersion,
        String kind,
        String name,
        @Nullable String namespace,
        @UnknownFields Map<String, Object> unknown)
        implements HealthCheckBuilder.With {

    /** Keeps collections unmodifiable, and tells absent ones from empty ones. */
    public HealthCheck {
        unknown = Absent.copy(unknown);
    }

    /**
     * Starts an empty value.
     *
     * @return a builder with nothing set
     */
    public static HealthCheckBuilder builder() {
        return HealthCheckBuilder.builder();
    }
}
