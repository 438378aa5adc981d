package io.fluxj.api.image.v1;

import io.fluxj.api.json.Absent;
import io.fluxj.api.json.JsonRecord;
import io.fluxj.api.json.Rfc3339;
import io.fluxj.api.json.UnknownFields;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Result of listing tags.
 *
 * @param scanTime When the tags were listed.
 * @param tagCount How many tags there were, after those left out.
 * @param latestTags Some of the tags, at most ten, for people to read.
 * @param revision Digest over all tags. A change of it wakes the ImagePolicies.
 * @param unknown fields that this version of the class does not know; written back as they were read
 */
@JsonRecord
public record ScanResult(
        @Rfc3339 @Nullable Instant scanTime,
        Long tagCount,
        List<String> latestTags,
        @Nullable String revision,
        @UnknownFields Map<String, Object> unknown)
        implements ScanResultBuilder.With {

    /** Keeps collections unmodifiable, and tells absent ones from empty ones. */
    public ScanResult {
        latestTags = Absent.copy(latestTags);
        unknown = Absent.copy(unknown);
    }

    /**
     * Starts an empty value.
     *
     * @return a builder with nothing set
     */
    public static ScanResultBuilder builder() {
        return ScanResultBuilder.builder();
    }
}
