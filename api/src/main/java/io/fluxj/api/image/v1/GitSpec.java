package io.fluxj.api.image.v1;

import io.fluxj.api.json.Absent;
import io.fluxj.api.json.JsonRecord;
import io.fluxj.api.json.UnknownFields;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What to check out, and how to commit and push.
 *
 * @param checkout What to check out. What the GitRepository says when not set.
 * @param commit How to commit.
 * @param push Where to push. To the branch that was checked out when not set.
 * @param unknown fields that this version of the class does not know; written back as they were read
 */
@JsonRecord
public record GitSpec(
        @Nullable GitCheckout checkout,
        GitCommit commit,
        @Nullable GitPush push,
        @UnknownFields Map<String, Object> unknown)
        implements GitSpecBuilder.With {

    /** Keeps collections unmodifiable, and tells absent ones from empty ones. */
    public GitSpec {
        unknown = Absent.copy(unknown);
    }

    /**
     * Starts an empty value.
     *
     * @return a builder with nothing set
     */
    public static GitSpecBuilder builder() {
        return GitSpecBuilder.builder();
    }
}
