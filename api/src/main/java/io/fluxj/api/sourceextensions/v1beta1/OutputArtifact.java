package io.fluxj.api.sourceextensions.v1beta1;

import io.fluxj.api.json.Absent;
import io.fluxj.api.json.JsonRecord;
import io.fluxj.api.json.Required;
import io.fluxj.api.json.UnknownFields;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An artifact to make.
 *
 * @param name Name of the ExternalArtifact.
 * @param namespace Namespace of the ExternalArtifact. Defaults to that of the ArtifactGenerator.
 * @param copy What to copy into it, in this order.
 * @param revision Whose revision the artifact takes over, as &#64;alias. Without it the revision is latest&#64; with the digest of the contents.
 * @param originRevision Whose revision is noted as the origin in the artifact's metadata, as &#64;alias.
 * @param inputsFrom A YAML file whose fields are told in the status of the ExternalArtifact, as &#64;alias/path or &#64;artifact/path.
 * @param unknown fields that this version of the class does not know; written back as they were read
 */
@JsonRecord
public record OutputArtifact(
        String name,
        @Nullable String namespace,
        @Required List<CopyOperation> copy,
        @Nullable String revision,
        @Nullable String originRevision,
        @Nullable String inputsFrom,
        @UnknownFields Map<String, Object> unknown)
        implements OutputArtifactBuilder.With {

    /** Keeps collections unmodifiable, and tells absent ones from empty ones. */
    public OutputArtifact {
        copy = Absent.copy(copy);
        unknown = Absent.copy(unknown);
    }

    /**
     * Starts an empty value.
     *
     * @return a builder with nothing set
     */
    public static OutputArtifactBuilder builder() {
        return OutputArtifactBuilder.builder();
    }
}
