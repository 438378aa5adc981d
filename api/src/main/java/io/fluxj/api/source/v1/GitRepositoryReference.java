package io.fluxj.api.source.v1;

import io.fluxj.api.json.Absent;
import io.fluxj.api.json.JsonRecord;
import io.fluxj.api.json.UnknownFields;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Picks a revision. When several fields are set the first of commit, name, tag, semver, branch decides.
 *
 * @param branch Branch whose tip is fetched.
 * @param tag Tag to fetch.
 * @param semver Version range, such as "&gt;=1.0.0 &lt;2.0.0". The greatest tag within it is fetched.
 * @param name Full name of any reference, such as refs/heads/main or refs/pull/420/head.
 * @param commit Commit to fetch, as its full hash. With branch given as well only that branch is fetched and the commit must lie on it.
 * @param unknown fields that this version of the class does not know; written back as they were read
 */
@JsonRecord
public record GitRepositoryReference(
        @Nullable String branch,
        @Nullable String tag,
        @Nullable String semver,
        @Nullable String name,
        @Nullable String commit,
        @UnknownFields Map<String, Object> unknown)
        implements GitRepositoryReferenceBuilder.With {

    /** Keeps collections unmodifiable, and tells absent ones from empty ones. */
    public GitRepositoryReference {
        unknown = Absent.copy(unknown);
    }

    /**
     * Starts an empty value.
     *
     * @return a builder with nothing set
     */
    public static GitRepositoryReferenceBuilder builder() {
        return GitRepositoryReferenceBuilder.builder();
    }
}
