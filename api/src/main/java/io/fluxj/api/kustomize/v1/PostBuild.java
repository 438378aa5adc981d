package io.fluxj.api.kustomize.v1;

import io.fluxj.api.json.Absent;
import io.fluxj.api.json.JsonRecord;
import io.fluxj.api.json.UnknownFields;
import io.fluxj.api.meta.Choice;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Variables, written $&#123;NAME} in the manifests, that are replaced after the build.
 *
 * @param substitute Values by the name of the variable. They win over those from substituteFrom.
 * @param substituteFrom ConfigMaps and Secrets whose keys are variables. Later ones win over earlier ones.
 * @param substituteStrategy Whether to replace when no variable is given. Defaults to WithVariables.
 * @param unknown fields that this version of the class does not know; written back as they were read
 */
@JsonRecord
public record PostBuild(
        Map<String, String> substitute,
        List<SubstituteReference> substituteFrom,
        @Nullable Choice<SubstituteStrategy> substituteStrategy,
        @UnknownFields Map<String, Object> unknown)
        implements PostBuildBuilder.With {

    /** Keeps collections unmodifiable, and tells absent ones from empty ones. */
    public PostBuild {
        substitute = Absent.copy(substitute);
        substituteFrom = Absent.copy(substituteFrom);
        unknown = Absent.copy(unknown);
    }

    /**
     * Starts an empty value.
     *
     * @return a builder with nothing set
     */
    public static PostBuildBuilder builder() {
        return PostBuildBuilder.builder();
    }
}
