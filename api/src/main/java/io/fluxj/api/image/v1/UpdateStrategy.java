package io.fluxj.api.image.v1;

import io.fluxj.api.json.Absent;
import io.fluxj.api.json.JsonRecord;
import io.fluxj.api.json.UnknownFields;
import io.fluxj.api.meta.Choice;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which files to change, and how.
 *
 * @param strategy How to find what to change. Default: {@code Setters}.
 * @param path Directory below which files are changed. The whole repository when not set.
 * @param unknown fields that this version of the class does not know; written back as they were read
 */
@JsonRecord
public record UpdateStrategy(
        @Nullable Choice<UpdateStrategyName> strategy,
        @Nullable String path,
        @UnknownFields Map<String, Object> unknown)
        implements UpdateStrategyBuilder.With {

    /** Keeps collections unmodifiable, and tells absent ones from empty ones. */
    public UpdateStrategy {
        unknown = Absent.copy(unknown);
    }

    /**
     * Starts an empty value.
     *
     * @return a builder with nothing set
     */
    public static UpdateStrategyBuilder builder() {
        return UpdateStrategyBuilder.builder();
    }
}
