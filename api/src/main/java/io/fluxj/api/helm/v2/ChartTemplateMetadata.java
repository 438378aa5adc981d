package io.fluxj.api.helm.v2;

import io.fluxj.api.json.Absent;
import io.fluxj.api.json.JsonRecord;
import io.fluxj.api.json.UnknownFields;
import java.util.Map;

/**
 * Labels and annotations of the HelmChart that is made.
 *
 * @param annotations Annotations of the HelmChart.
 * @param labels Labels of the HelmChart.
 * @param unknown fields that this version of the class does not know; written back as they were read
 */
@JsonRecord
public record ChartTemplateMetadata(
        Map<String, String> annotations,
        Map<String, String> labels,
        @UnknownFields Map<String, Object> unknown) implements ChartTemplateMetadataBuilder.With {

    /** Keeps collections unmodifiable, and tells absent ones from empty ones. */
    public ChartTemplateMetadata {
        annotations = Absent.copy(annotations);
        labels = Absent.copy(labels);
        unknown = Absent.copy(unknown);
    }

    /**
     * Starts an empty value.
     *
     * @return a builder with nothing set
     */
    public static ChartTemplateMetadataBuilder builder() {
        return ChartTemplateMetadataBuilder.builder();
    }
}
