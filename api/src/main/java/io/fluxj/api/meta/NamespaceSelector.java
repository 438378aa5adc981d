package io.fluxj.api.meta;

import io.fluxj.api.json.Absent;
import io.fluxj.api.json.JsonRecord;
import io.fluxj.api.json.UnknownFields;
import java.util.Map;

/**
 * Picks namespaces by their labels.
 *
 * @param matchLabels Labels that the namespace must have, all of them.
 * @param unknown fields that this version of the class does not know; written back as they were read
 */
@JsonRecord
public record NamespaceSelector(
        Map<String, String> matchLabels, @UnknownFields Map<String, Object> unknown)
        implements NamespaceSelectorBuilder.With {

    /** Keeps collections unmodifiable, and tells absent ones from empty ones. */
    public NamespaceSelector {
        matchLabels = Absent.copy(matchLabels);
        unknown = Absent.copy(unknown);
    }

    /**
     * Starts an empty value.
     *
     * @return a builder with nothing set
     */
    public static NamespaceSelectorBuilder builder() {
        return NamespaceSelectorBuilder.builder();
    }
}
