package io.fluxj.api.sourceextensions.v1beta1;

import io.fluxj.api.json.Absent;
import io.fluxj.api.json.JsonRecord;
import io.fluxj.api.json.Required;
import io.fluxj.api.json.UnknownFields;
import io.fluxj.api.meta.CommonMetadata;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which sources to take from, and what to make of them.
 *
 * @param sources The sources, each with an alias by which the other fields name it.
 * @param artifacts The artifacts to make. Each becomes an ExternalArtifact.
 * @param pathPattern Makes one set of artifacts per directory that matches, as &#64;alias/path with {name} for a segment to capture. What is captured can stand in the names and paths of the artifacts.
 * @param commonMetadata Labels and annotations for the ExternalArtifacts.
 * @param serviceAccountName Service account in the same namespace as which all ExternalArtifacts are written. Without it the controller writes those in this namespace as itself, and others as its --default-service-account says.
 * @param unknown fields that this version of the class does not know; written back as they were read
 */
@JsonRecord
public record ArtifactGeneratorSpec(
        @Required List<GeneratorSource> sources,
        @Required List<OutputArtifact> artifacts,
        @Nullable String pathPattern,
        @Nullable CommonMetadata commonMetadata,
        @Nullable String serviceAccountName,
        @UnknownFields Map<String, Object> unknown)
        implements ArtifactGeneratorSpecBuilder.With {

    /** Keeps collections unmodifiable, and tells absent ones from empty ones. */
    public ArtifactGeneratorSpec {
        sources = Absent.copy(sources);
        artifacts = Absent.copy(artifacts);
        unknown = Absent.copy(unknown);
    }

    /**
     * Starts an empty value.
     *
     * @return a builder with nothing set
     */
    public static ArtifactGeneratorSpecBuilder builder() {
        return ArtifactGeneratorSpecBuilder.builder();
    }
}
