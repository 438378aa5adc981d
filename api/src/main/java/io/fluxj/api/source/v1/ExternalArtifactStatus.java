package io.fluxj.api.source.v1;

import com.fasterxml.jackson.databind.JsonNode;
import io.fluxj.api.json.Absent;
import io.fluxj.api.json.JsonRecord;
import io.fluxj.api.json.UnknownFields;
import io.fluxj.api.meta.Artifact;
import io.fluxj.api.meta.Condition;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The artifact, as its maker tells.
 *
 * @param artifact The artifact.
 * @param conditions Conditions, at least Ready.
 * @param exportedInputs Values that come with the artifact, for whoever deploys it.
 * @param unknown fields that this version of the class does not know; written back as they were read
 */
@JsonRecord
public record ExternalArtifactStatus(
        @Nullable Artifact artifact,
        List<Condition> conditions,
        Map<String, JsonNode> exportedInputs,
        @UnknownFields Map<String, Object> unknown)
        implements HoldsArtifact, ExternalArtifactStatusBuilder.With {

    /** Keeps collections unmodifiable, and tells absent ones from empty ones. */
    public ExternalArtifactStatus {
        conditions = Absent.copy(conditions);
        exportedInputs = Absent.copy(exportedInputs);
        unknown = Absent.copy(unknown);
    }

    /**
     * Starts an empty value.
     *
     * @return a builder with nothing set
     */
    public static ExternalArtifactStatusBuilder builder() {
        return ExternalArtifactStatusBuilder.builder();
    }
}
