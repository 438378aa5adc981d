package io.fluxj.api.image.v1;

import io.fluxj.api.json.Absent;
import io.fluxj.api.json.JsonRecord;
import io.fluxj.api.json.UnknownFields;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Author of commits.
 *
 * @param name Name of the author.
 * @param email E-mail address of the author.
 * @param unknown fields that this version of the class does not know; written back as they were read
 */
@JsonRecord
public record CommitAuthor(
        @Nullable String name, String email, @UnknownFields Map<String, Object> unknown)
        implements CommitAuthorBuilder.With {

    /** Keeps collections unmodifiable, and tells absent ones from empty ones. */
    public CommitAuthor {
        unknown = Absent.copy(unknown);
    }

    /**
     * Starts an empty value.
     *
     * @return a builder with nothing set
     */
    public static CommitAuthorBuilder builder() {
        return CommitAuthorBuilder.builder();
    }
}
