package io.fluxj.api.helm.v2;

import io.fluxj.api.json.Absent;
import io.fluxj.api.json.JsonRecord;
import io.fluxj.api.json.Rfc3339;
import io.fluxj.api.json.UnknownFields;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Result of a test.
 *
 * @param lastStarted When it was last started.
 * @param lastCompleted When it was last completed.
 * @param phase How it went: Succeeded, Failed, Running or Unknown.
 * @param unknown fields that this version of the class does not know; written back as they were read
 */
@JsonRecord
public record TestHookStatus(
        @Rfc3339 @Nullable Instant lastStarted,
        @Rfc3339 @Nullable Instant lastCompleted,
        @Nullable String phase,
        @UnknownFields Map<String, Object> unknown)
        implements TestHookStatusBuilder.With {

    /** Keeps collections unmodifiable, and tells absent ones from empty ones. */
    public TestHookStatus {
        unknown = Absent.copy(unknown);
    }

    /**
     * Starts an empty value.
     *
     * @return a builder with nothing set
     */
    public static TestHookStatusBuilder builder() {
        return TestHookStatusBuilder.builder();
    }
}
