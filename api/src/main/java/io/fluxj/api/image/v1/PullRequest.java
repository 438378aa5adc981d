package io.fluxj.api.image.v1;

import io.fluxj.api.json.Absent;
import io.fluxj.api.json.JsonRecord;
import io.fluxj.api.json.UnknownFields;
import io.fluxj.api.meta.Choice;
import io.fluxj.api.meta.LocalObjectReference;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Keeps one open pull request for the pushed branch. Not known to Flux.
 *
 * @param provider Whose API it is.
 * @param address Address of the API, such as https://git.example.com/api/v4. Worked out from the address of the repository when not set.
 * @param title Title of the request. The first line of the commit's message when not set.
 * @param secretRef Secret in the same namespace with the token for the API. When not set, the token or password that the repository is reached with over HTTPS.
 * @param unknown fields that this version of the class does not know; written back as they were read
 */
@JsonRecord
public record PullRequest(
        Choice<PullRequestProvider> provider,
        @Nullable String address,
        @Nullable String title,
        @Nullable LocalObjectReference secretRef,
        @UnknownFields Map<String, Object> unknown)
        implements PullRequestBuilder.With {

    /** Keeps collections unmodifiable, and tells absent ones from empty ones. */
    public PullRequest {
        unknown = Absent.copy(unknown);
    }

    /**
     * Starts an empty value.
     *
     * @return a builder with nothing set
     */
    public static PullRequestBuilder builder() {
        return PullRequestBuilder.builder();
    }
}
