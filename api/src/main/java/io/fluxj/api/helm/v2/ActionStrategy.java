package io.fluxj.api.helm.v2;

import io.fluxj.api.json.Absent;
import io.fluxj.api.json.JsonRecord;
import io.fluxj.api.json.UnknownFields;
import io.fluxj.api.meta.Choice;
import io.fluxj.api.meta.GoDuration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What to do when an installation or an upgrade fails.
 *
 * @param name The strategy.
 * @param retryInterval How soon to try again with RetryOnFailure. Defaults to 5m.
 * @param unknown fields that this version of the class does not know; written back as they were read
 */
@JsonRecord
public record ActionStrategy(
        Choice<FailureStrategy> name,
        @Nullable GoDuration retryInterval,
        @UnknownFields Map<String, Object> unknown) implements ActionStrategyBuilder.With {

    /** Keeps collections unmodifiable, and tells absent ones from empty ones. */
    public ActionStrategy {
        unknown = Absent.copy(unknown);
    }

    /**
     * Starts an empty value.
     *
     * @return a builder with nothing set
     */
    public static ActionStrategyBuilder builder() {
        return ActionStrategyBuilder.builder();
    }
}
