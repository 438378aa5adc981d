package io.fluxj.api.image.v1;

import io.fluxj.api.json.Absent;
import io.fluxj.api.json.JsonRecord;
import io.fluxj.api.json.UnknownFields;
import java.util.Map;

/**
 * Chooses the greatest version within a range.
 *
 * @param range The range, such as "&gt;=1.0.0" or "1.x". Pre-releases count only when the range names one.
 * @param unknown fields that this version of the class does not know; written back as they were read
 */
@JsonRecord
public record SemverPolicy(String range, @UnknownFields Map<String, Object> unknown)
        implements SemverPolicyBuilder.With {

    /** Keeps collections unmodifiable, and tells absent ones from empty ones. */
    public SemverPolicy {
        unknown = Absent.copy(unknown);
    }

    /**
     * Starts an empty value.
     *
     * @return a builder with nothing set
     */
    public static SemverPolicyBuilder builder() {
        return SemverPolicyBuilder.builder();
    }
}
