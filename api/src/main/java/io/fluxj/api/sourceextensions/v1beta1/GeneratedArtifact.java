package io.fluxj.api.sourceextensions.v1beta1;

import io.fluxj.api.json.Absent;
import io.fluxj.api.json.JsonRecord;
import io.fluxj.api.json.UnknownFields;
import io.fluxj.api.meta.Choice;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An object that was made.
 *
 * @param kind Kind of the object. Defaults to ExternalArtifact.
 * @param name Name of the object.
 * @param namespace Namespace of the object, if it is in one.
 * @param digest Digest of its file or of what was applied, as algorithm:hex.
 * @param filename Name of its file, if it has one.
 * @param unknown fields that this version of the class does not know; written back as they were read
 */
@JsonRecord
public record GeneratedArtifact(
        @Nullable Choice<GeneratedKind> kind,
        String name,
        @Nullable String namespace,
        String digest,
        @Nullable String filename,
        @UnknownFields Map<String, Object> unknown)
        implements GeneratedArtifactBuilder.With {

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
