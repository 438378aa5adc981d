package io.fluxj.api.image.v1;

import io.fluxj.api.json.Absent;
import io.fluxj.api.json.JsonRecord;
import io.fluxj.api.json.UnknownFields;
import io.fluxj.api.source.v1.GitRepositoryReference;
import java.util.Map;

/**
 * What to check out.
 *
 * @param ref The revision, usually a branch.
 * @param unknown fields that this version of the class does not know; written back as they were read
 */
@JsonRecord
public record GitCheckout(
        GitRepositoryReference ref, @UnknownFields Map<String, Object> unknown) implements GitCheckoutBuilder.With {

    /** Keeps collections unmodifiable, and tells absent ones from empty ones. */
    public GitCheckout {
        unknown = Absent.copy(unknown);
    }

    /**
     * Starts an empty value.
     *
     * @return a builder with nothing set
     */
    public static GitCheckoutBuilder builder() {
        return GitCheckoutBuilder.builder();
    }
}
