package io.fluxj.api.image.v1;

import io.fluxj.api.json.Absent;
import io.fluxj.api.json.JsonRecord;
import io.fluxj.api.json.UnknownFields;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How to choose a tag. Exactly one has to be set.
 *
 * @param semver The greatest version within a range.
 * @param alphabetical The last, or first, in alphabetical order.
 * @param numerical The greatest, or least, number.
 * @param created The image that was built last, or first, by its label org.opencontainers.image.created or else the time of its creation. Not known to
 *     Flux.
 * @param unknown fields that this version of the class does not know; written back as they were read
 */
@JsonRecord
public record ImagePolicyChoice(
        @Nullable SemverPolicy semver,
        @Nullable AlphabeticalPolicy alphabetical,
        @Nullable NumericalPolicy numerical,
        @Nullable CreatedPolicy created,
        @UnknownFields Map<String, Object> unknown)
        implements ImagePolicyChoiceBuilder.With {

    /** Keeps collections unmodifiable, and tells absent ones from empty ones. */
    public ImagePolicyChoice {
        unknown = Absent.copy(unknown);
    }

    /**
     * Starts an empty value.
     *
     * @return a builder with nothing set
     */
    public static ImagePolicyChoiceBuilder builder() {
        return ImagePolicyChoiceBuilder.builder();
    }
}
