package io.fluxj.api.helm.v2;

import io.fluxj.api.json.Absent;
import io.fluxj.api.json.JsonRecord;
import io.fluxj.api.json.UnknownFields;
import io.fluxj.api.meta.Choice;
import io.fluxj.api.source.v1.HelmChartSourceKind;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a chart is.
 *
 * @param apiVersion Group and version of the source. Defaults to source.toolkit.fluxcd.io/v1.
 * @param kind Kind of the source.
 * @param name Name of the source.
 * @param namespace Namespace of the source. Defaults to that of the release. The HelmChart is made there.
 * @param unknown fields that this version of the class does not know; written back as they were read
 */
@JsonRecord
public record ChartSourceReference(
        @Nullable String apiVersion,
        Choice<HelmChartSourceKind> kind,
        String name,
        @Nullable String namespace,
        @UnknownFields Map<String, Object> unknown)
        implements ChartSourceReferenceBuilder.With {

    /** Keeps collections unmodifiable, and tells absent ones from empty ones. */
    public ChartSourceReference {
        unknown = Absent.copy(unknown);
    }

    /**
     * Starts an empty value.
     *
     * @return a builder with nothing set
     */
    public static ChartSourceReferenceBuilder builder() {
        return ChartSourceReferenceBuilder.builder();
    }
}
