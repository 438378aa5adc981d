package io.fluxj.api.source.v1;

import io.fluxj.api.json.Absent;
import io.fluxj.api.json.JsonRecord;
import io.fluxj.api.json.UnknownFields;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where the artifact comes from.
 *
 * @param sourceRef The object that the artifact was made for. For people to read.
 * @param unknown fields that this version of the class does not know; written back as they were read
 */
@JsonRecord
public record ExternalArtifactSpec(
        @Nullable ExternalArtifactSourceReference sourceRef,
        @UnknownFields Map<String, Object> unknown) implements ExternalArtifactSpecBuilder.With {

    /** Keeps collections unmodifiable, and tells absent ones from empty ones. */
    public ExternalArtifactSpec {
        unknown = Absent.copy(unknown);
    }

    /**
     * Starts an empty value.
     *
     * @return a builder with nothing set
     */
    public static ExternalArtifactSpecBuilder builder() {
        return ExternalArtifactSpecBuilder.builder();
    }
}
