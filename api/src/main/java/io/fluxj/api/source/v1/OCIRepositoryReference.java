package io.fluxj.api.source.v1;

import io.fluxj.api.json.Absent;
import io.fluxj.api.json.JsonRecord;
import io.fluxj.api.json.UnknownFields;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Picks a revision. When several fields are set the first of digest, semver, tag decides.
 *
 * @param digest Digest to fetch, as sha256:hex.
 * @param semver Version range, such as "&gt;=1.0.0 &lt;2.0.0". The greatest tag within it is fetched.
 * @param semverFilter Regular expression that a tag must match to be considered for semver.
 * @param tag Tag to fetch.
 * @param unknown fields that this version of the class does not know; written back as they were read
 */
@JsonRecord
public record OCIRepositoryReference(
        @Nullable String digest,
        @Nullable String semver,
        @Nullable String semverFilter,
        @Nullable String tag,
        @UnknownFields Map<String, Object> unknown)
        implements OCIRepositoryReferenceBuilder.With {

    /** Keeps collections unmodifiable, and tells absent ones from empty ones. */
    public OCIRepositoryReference {
        unknown = Absent.copy(unknown);
    }

    /**
     * Starts an empty value.
     *
     * @return a builder with nothing set
     */
    public static OCIRepositoryReferenceBuilder builder() {
        return OCIRepositoryReferenceBuilder.builder();
    }
}
