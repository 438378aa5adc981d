package io.fluxj.api.meta;

import io.fluxj.api.json.Absent;
import io.fluxj.api.json.JsonRecord;
import io.fluxj.api.json.UnknownFields;
import java.util.List;
import java.util.Map;

/**
 * Picks objects by their labels. All requirements must be met; without any, every object matches.
 *
 * @param matchLabels Labels that the object must have, all of them.
 * @param matchExpressions Requirements on the labels.
 * @param unknown fields that this version of the class does not know; written back as they were read
 */
@JsonRecord
public record LabelSelector(
        Map<String, String> matchLabels,
        List<LabelRequirement> matchExpressions,
        @UnknownFields Map<String, Object> unknown)
        implements LabelSelectorBuilder.With {

    /** Keeps collections unmodifiable, and tells absent ones from empty ones. */
    public LabelSelector {
        matchLabels = Absent.copy(matchLabels);
        matchExpressions = Absent.copy(matchExpressions);
        unknown = Absent.copy(unknown);
    }

    /**
     * Starts an empty value.
     *
     * @return a builder with nothing set
     */
    public static LabelSelectorBuilder builder() {
        return LabelSelectorBuilder.builder();
    }
}
