package io.fluxj.api.image.v1;

import io.fluxj.api.json.Absent;
import io.fluxj.api.json.JsonRecord;
import io.fluxj.api.json.UnknownFields;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How to commit.
 *
 * @param author Author of the commits.
 * @param messageTemplate Message of the commits, as a Go template over .AutomationObject, .Changed and .Values. Defaults to: Update from image update automation.
 * @param messageTemplateValues Names and values for the template, as .Values.
 * @param signingKey Key to sign the commits with. They are not signed when not set.
 * @param unknown fields that this version of the class does not know; written back as they were read
 */
@JsonRecord
public record GitCommit(
        CommitAuthor author,
        @Nullable String messageTemplate,
        Map<String, String> messageTemplateValues,
        @Nullable SigningKey signingKey,
        @UnknownFields Map<String, Object> unknown)
        implements GitCommitBuilder.With {

    /** Keeps collections unmodifiable, and tells absent ones from empty ones. */
    public GitCommit {
        messageTemplateValues = Absent.copy(messageTemplateValues);
        unknown = Absent.copy(unknown);
    }

    /**
     * Starts an empty value.
     *
     * @return a builder with nothing set
     */
    public static GitCommitBuilder builder() {
        return GitCommitBuilder.builder();
    }
}
