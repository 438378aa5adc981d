package io.fluxj.api.sourceextensions.v1beta1;

import io.fluxj.api.json.Absent;
import io.fluxj.api.json.JsonRecord;
import io.fluxj.api.json.UnknownFields;
import java.util.Map;

/**
 * An ExternalArtifact that was made.
 *
 * @param name Name of the ExternalArtifact.
 * @param namespace Namespace of the ExternalArtifact.
 * @param digest Digest of its file, as algorithm:hex.
 * @param filename Name of its file.
 * @param unknown fields that this version of the class does not know; written back as they were read
 */
@JsonRecord
public record GeneratedArtifact(
        String name,
        String namespace,
        String digest,
        String filename,
        @UnknownFields Map<String, Object> unknown) implements GeneratedArtifactBuilder.With {

    /** Keeps collections unmodifiable, and tells absent ones from empty ones. */
    public GeneratedArtifact {
        unknown = Absent.copy(unknown);
    }

    /**
     * Starts an empty value.
     *
     * @return a builder with nothing set
     */
    public static GeneratedArtifactBuilder builder() {
        return GeneratedArtifactBuilder.builder();
    }
}
