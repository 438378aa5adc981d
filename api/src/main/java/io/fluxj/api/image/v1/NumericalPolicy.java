package io.fluxj.api.image.v1;

import io.fluxj.api.json.Absent;
import io.fluxj.api.json.JsonRecord;
import io.fluxj.api.json.UnknownFields;
import io.fluxj.api.meta.Choice;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Chooses by number.
 *
 * @param order asc chooses the greatest (of 1, 2, 3: 3), desc the least. Default: {@code asc}.
 * @param unknown fields that this version of the class does not know; written back as they were read
 */
@JsonRecord
public record NumericalPolicy(
        @Nullable Choice<TagOrder> order, @UnknownFields Map<String, Object> unknown)
        implements NumericalPolicyBuilder.With {

    /** Keeps collections unmodifiable, and tells absent ones from empty ones. */
    public NumericalPolicy {
        unknown = Absent.copy(unknown);
    }

    /**
     * Starts an empty value.
     *
     * @return a builder with nothing set
     */
    public static NumericalPolicyBuilder builder() {
        return NumericalPolicyBuilder.builder();
    }
}
