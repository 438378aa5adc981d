package io.fluxj.api.meta;

import io.fluxj.api.json.Absent;
import io.fluxj.api.json.JsonRecord;
import io.fluxj.api.json.UnknownFields;
import java.util.List;
import java.util.Map;

/**
 * A requirement on one label.
 *
 * @param key Key of the label.
 * @param operator In, NotIn, Exists or DoesNotExist.
 * @param values Values for In and NotIn; none for the others.
 * @param unknown fields that this version of the class does not know; written back as they were read
 */
@JsonRecord
public record LabelRequirement(
        String key,
        String operator,
        List<String> values,
        @UnknownFields Map<String, Object> unknown) implements LabelRequirementBuilder.With {

    /** Keeps collections unmodifiable, and tells absent ones from empty ones. */
    public LabelRequirement {
        values = Absent.copy(values);
        unknown = Absent.copy(unknown);
    }

    /**
     * Starts an empty value.
     *
     * @return a builder with nothing set
     */
    public static LabelRequirementBuilder builder() {
        return LabelRequirementBuilder.builder();
    }
}
