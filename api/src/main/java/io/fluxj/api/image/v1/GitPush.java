package io.fluxj.api.image.v1;

import io.fluxj.api.json.Absent;
import io.fluxj.api.json.JsonRecord;
import io.fluxj.api.json.UnknownFields;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where to push.
 *
 * @param branch Branch to push to; made from the one that was checked out when it does not exist.
 * @param refspec What to push as a Git refspec, such as refs/heads/main:refs/heads/auto. Besides branch, when both are set. Must not begin with + or a colon.
 * @param options Push options for the server.
 * @param pullRequest Keeps one open pull request for the pushed branch, which then always is one commit upon the branch that was checked out. Not known to
 *     Flux. None when not set.
 * @param unknown fields that this version of the class does not know; written back as they were read
 */
@JsonRecord
public record GitPush(
        @Nullable String branch,
        @Nullable String refspec,
        Map<String, String> options,
        @Nullable PullRequest pullRequest,
        @UnknownFields Map<String, Object> unknown)
        implements GitPushBuilder.With {

    /** Keeps collections unmodifiable, and tells absent ones from empty ones. */
    public GitPush {
        options = Absent.copy(options);
        unknown = Absent.copy(unknown);
    }

    /**
     * Starts an empty value.
     *
     * @return a builder with nothing set
     */
    public static GitPushBuilder builder() {
        return GitPushBuilder.builder();
    }
}
