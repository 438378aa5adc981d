package io.fluxj.api.sourceextensions.v1beta1;

import io.fluxj.api.json.Absent;
import io.fluxj.api.json.JsonRecord;
import io.fluxj.api.json.UnknownFields;
import io.fluxj.api.meta.Choice;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A source to take files from.
 *
 * @param alias Name for the source within this object.
 * @param kind Kind of the source.
 * @param name Name of the source.
 * @param namespace Namespace of the source. Defaults to that of the ArtifactGenerator.
 * @param unknown fields that this version of the class does not know; written back as they were read
 */
@JsonRecord
public record GeneratorSource(
        String alias,
        Choice<GeneratorSourceKind> kind,
        String name,
        @Nullable String namespace,
        @UnknownFields Map<String, Object> unknown)
        implements GeneratorSourceBuilder.With {

    /** Keeps collections unmodifiable, and tells absent ones from empty ones. */
    public GeneratorSource {
        unknown = Absent.copy(unknown);
    }

    /**
     * Starts an empty value.
     *
     * @return a builder with nothing set
     */
    public static GeneratorSourceBuilder builder() {
        return GeneratorSourceBuilder.builder();
    }
}
