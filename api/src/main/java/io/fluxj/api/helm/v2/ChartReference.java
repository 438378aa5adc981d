package io.fluxj.api.helm.v2;

import io.fluxj.api.json.Absent;
import io.fluxj.api.json.JsonRecord;
import io.fluxj.api.json.UnknownFields;
import io.fluxj.api.meta.Choice;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An object that is the chart.
 *
 * @param apiVersion Group and version of the object. Defaults to source.toolkit.fluxcd.io/v1.
 * @param kind Kind of the object.
 * @param name Name of the object.
 * @param namespace Namespace of the object. Defaults to that of the release.
 * @param unknown fields that this version of the class does not know; written back as they were read
 */
@JsonRecord
public record ChartReference(
        @Nullable String apiVersion,
        Choice<ChartReferenceKind> kind,
        String name,
        @Nullable String namespace,
        @UnknownFields Map<String, Object> unknown)
        implements ChartReferenceBuilder.With {

    /** Keeps collections unmodifiable, and tells absent ones from empty ones. */
    public ChartReference {
        unknown = Absent.copy(unknown);
    }

    /**
     * Starts an empty value.
     *
     * @return a builder with nothing set
     */
    public static ChartReferenceBuilder builder() {
        return ChartReferenceBuilder.builder();
    }
}
