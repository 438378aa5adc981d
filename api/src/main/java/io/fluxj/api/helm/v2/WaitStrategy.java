package io.fluxj.api.helm.v2;

import io.fluxj.api.json.Absent;
import io.fluxj.api.json.JsonRecord;
import io.fluxj.api.json.UnknownFields;
import io.fluxj.api.meta.Choice;
import java.util.Map;

/**
 * How to wait for the objects of a release to be ready.
 *
 * @param name The strategy.
 * @param unknown fields that this version of the class does not know; written back as they were read
 */
@JsonRecord
public record WaitStrategy(
        Choice<WaitStrategyName> name, @UnknownFields Map<String, Object> unknown) implements WaitStrategyBuilder.With {

    /** Keeps collections unmodifiable, and tells absent ones from empty ones. */
    public WaitStrategy {
        unknown = Absent.copy(unknown);
    }

    /**
     * Starts an empty value.
     *
     * @return a builder with nothing set
     */
    public static WaitStrategyBuilder builder() {
        return WaitStrategyBuilder.builder();
    }
}
