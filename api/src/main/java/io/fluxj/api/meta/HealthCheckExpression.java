package io.fluxj.api.meta;

import io.fluxj.api.json.Absent;
import io.fluxj.api.json.JsonRecord;
import io.fluxj.api.json.UnknownFields;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tells the health of a kind that does not follow the kstatus conventions, by CEL expressions over the object.
 *
 * @param apiVersion Group and version of the custom resource, such as cert-manager.io/v1.
 * @param kind Kind of the custom resource.
 * @param inProgress CEL expression that is true while the object is being worked on, for instance status.observedGeneration != metadata.generation.
 * @param failed CEL expression that is true when the object has failed.
 * @param current CEL expression that is true when the object is healthy. Without any expression being true the object counts as in progress.
 * @param unknown fields that this version of the class does not know; written back as they were read
 */
@JsonRecord
public record HealthCheckExpression(
        String apiVersion,
        @Nullable String kind,
        @Nullable String inProgress,
        @Nullable String failed,
        String current,
        @UnknownFields Map<String, Object> unknown)
        implements HealthCheckExpressionBuilder.With {

    /** Keeps collections unmodifiable, and tells absent ones from empty ones. */
    public HealthCheckExpression {
        unknown = Absent.copy(unknown);
    }

    /**
     * Starts an empty value.
     *
     * @return a builder with nothing set
     */
    public static HealthCheckExpressionBuilder builder() {
        return HealthCheckExpressionBuilder.builder();
    }
}
