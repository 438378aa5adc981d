package io.fluxj.api.helm.v2;

import io.fluxj.api.json.Absent;
import io.fluxj.api.json.JsonRecord;
import io.fluxj.api.json.UnknownFields;
import io.fluxj.api.kustomize.IgnoreRule;
import io.fluxj.api.meta.Choice;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whether to correct what was changed by hand.
 *
 * @param mode What to do about drift. Defaults to disabled.
 * @param ignore Fields that others may change: their drift is neither noticed nor corrected.
 * @param unknown fields that this version of the class does not know; written back as they were read
 */
@JsonRecord
public record DriftDetection(
        @Nullable Choice<DriftDetectionMode> mode,
        List<IgnoreRule> ignore,
        @UnknownFields Map<String, Object> unknown) implements DriftDetectionBuilder.With {

    /** Keeps collections unmodifiable, and tells absent ones from empty ones. */
    public DriftDetection {
        ignore = Absent.copy(ignore);
        unknown = Absent.copy(unknown);
    }

    /**
     * Starts an empty value.
     *
     * @return a builder with nothing set
     */
    public static DriftDetectionBuilder builder() {
        return DriftDetectionBuilder.builder();
    }
}
