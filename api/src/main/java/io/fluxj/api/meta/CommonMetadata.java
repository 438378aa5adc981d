package io.fluxj.api.meta;

import io.fluxj.api.json.Absent;
import io.fluxj.api.json.JsonRecord;
import io.fluxj.api.json.UnknownFields;
import java.util.Map;

/**
 * Labels and annotations laid over the objects that a Kustomization, a HelmRelease or an ArtifactGenerator makes.
 *
 * @param annotations Annotations to set on every such object; one that is there already is overwritten.
 * @param labels Labels to set on every such object; one that is there already is overwritten.
 * @param unknown fields that this version of the class does not know; written back as they were read
 */
@JsonRecord
public record CommonMetadata(
        Map<String, String> annotations,
        Map<String, String> labels,
        @UnknownFields Map<String, Object> unknown) implements CommonMetadataBuilder.With {

    /** Keeps collections unmodifiable, and tells absent ones from empty ones. */
    public CommonMetadata {
        annotations = Absent.copy(annotations);
        labels = Absent.copy(labels);
        unknown = Absent.copy(unknown);
    }

    /**
     * Starts an empty value.
     *
     * @return a builder with nothing set
     */
    public static CommonMetadataBuilder builder() {
        return CommonMetadataBuilder.builder();
    }
}
