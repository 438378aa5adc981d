package io.fluxj.api.image.v1;

import io.fluxj.api.json.Absent;
import io.fluxj.api.json.JsonRecord;
import io.fluxj.api.json.UnknownFields;
import io.fluxj.api.meta.Choice;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Chooses by the time at which images were built.
 *
 * @param order asc chooses the image that was built last, desc the first. Default: {@code asc}.
 * @param unknown fields that this version of the class does not know; written back as they were read
 */
@JsonRecord
public record CreatedPolicy(
        @Nullable Choice<TagOrder> order, @UnknownFields Map<String, Object> unknown)
        implements CreatedPolicyBuilder.With {

    /** Keeps collections unmodifiable, and tells absent ones from empty ones. */
    public CreatedPolicy {
        unknown = Absent.copy(unknown);
    }

    /**
     * Starts an empty value.
     *
     * @return a builder with nothing set
     */
    public static CreatedPolicyBuilder builder() {
        return CreatedPolicyBuilder.builder();
    }
}
