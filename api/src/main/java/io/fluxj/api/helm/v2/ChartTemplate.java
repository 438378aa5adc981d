package io.fluxj.api.helm.v2;

import io.fluxj.api.json.Absent;
import io.fluxj.api.json.JsonRecord;
import io.fluxj.api.json.UnknownFields;
import io.fluxj.api.meta.Choice;
import io.fluxj.api.meta.CommonMetadata;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The object to make that is the chart.
 *
 * @param kind Kind of the object. HelmChart when not set; OCIRepository since Flux 2.10.
 * @param metadata Labels and annotations of the object.
 * @param spec The chart.
 * @param unknown fields that this version of the class does not know; written back as they were read
 */
@JsonRecord
public record ChartTemplate(
        @Nullable Choice<ChartTemplateKind> kind,
        @Nullable CommonMetadata metadata,
        ChartTemplateSpec spec,
        @UnknownFields Map<String, Object> unknown)
        implements ChartTemplateBuilder.With {

    /** Keeps collections unmodifiable, and tells absent ones from empty ones. */
    public ChartTemplate {
        unknown = Absent.copy(unknown);
    }

    /**
     * Starts an empty value.
     *
     * @return a builder with nothing set
     */
    public static ChartTemplateBuilder builder() {
        return ChartTemplateBuilder.builder();
    }
}
