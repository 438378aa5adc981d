package io.fluxj.api.source.v1;

import io.fluxj.api.json.Absent;
import io.fluxj.api.json.JsonRecord;
import io.fluxj.api.json.UnknownFields;
import io.fluxj.api.meta.Choice;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a chart is, in the same namespace.
 *
 * @param apiVersion Group and version of the source. Defaults to source.toolkit.fluxcd.io/v1.
 * @param kind Kind of the source.
 * @param name Name of the source.
 * @param unknown fields that this version of the class does not know; written back as they were read
 */
@JsonRecord
public record HelmChartSourceReference(
        @Nullable String apiVersion,
        Choice<HelmChartSourceKind> kind,
        String name,
        @UnknownFields Map<String, Object> unknown)
        implements HelmChartSourceReferenceBuilder.With {

    /** Keeps collections unmodifiable, and tells absent ones from empty ones. */
    public HelmChartSourceReference {
        unknown = Absent.copy(unknown);
    }

    /**
     * Starts an empty value.
     *
     * @return a builder with nothing set
     */
    public static HelmChartSourceReferenceBuilder builder() {
        return HelmChartSourceReferenceBuilder.builder();
    }
}
