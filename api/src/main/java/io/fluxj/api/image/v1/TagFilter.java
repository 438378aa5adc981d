package io.fluxj.api.image.v1;

import io.fluxj.api.json.Absent;
import io.fluxj.api.json.JsonRecord;
import io.fluxj.api.json.UnknownFields;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which tags to consider, and which part of them to compare.
 *
 * @param pattern Regular expression that a tag must match. Groups are written (?P&lt;name&gt;...).
 * @param extract What of a tag to compare, made of the pattern's groups, such as $name. The whole tag when not set.
 * @param unknown fields that this version of the class does not know; written back as they were read
 */
@JsonRecord
public record TagFilter(
        @Nullable String pattern,
        @Nullable String extract,
        @UnknownFields Map<String, Object> unknown) implements TagFilterBuilder.With {

    /** Keeps collections unmodifiable, and tells absent ones from empty ones. */
    public TagFilter {
        unknown = Absent.copy(unknown);
    }

    /**
     * Starts an empty value.
     *
     * @return a builder with nothing set
     */
    public static TagFilterBuilder builder() {
        return TagFilterBuilder.builder();
    }
}
