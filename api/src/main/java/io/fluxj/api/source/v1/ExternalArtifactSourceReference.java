package io.fluxj.api.source.v1;

import io.fluxj.api.json.Absent;
import io.fluxj.api.json.JsonRecord;
import io.fluxj.api.json.UnknownFields;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The object that an artifact was made for.
 *
 * @param apiVersion Group and version of the object.
 * @param kind Kind of the object.
 * @param name Name of the object.
 * @param namespace Namespace of the object. Defaults to that of the ExternalArtifact.
 * @param unknown fields that this version of the class does not know; written back as they were read
 */
@JsonRecord
public record ExternalArtifactSourceReference(
        @Nullable String apiVersion,
        String kind,
        String name,
        @Nullable String namespace,
        @UnknownFields Map<String, Object> unknown)
        implements ExternalArtifactSourceReferenceBuilder.With {

    /** Keeps collections unmodifiable, and tells absent ones from empty ones. */
    public ExternalArtifactSourceReference {
        unknown = Absent.copy(unknown);
    }

    /**
     * Starts an empty value.
     *
     * @return a builder with nothing set
     */
    public static ExternalArtifactSourceReferenceBuilder builder() {
        return ExternalArtifactSourceReferenceBuilder.builder();
    }
}
