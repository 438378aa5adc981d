package io.fluxj.api.helm.v2;

import io.fluxj.api.json.Absent;
import io.fluxj.api.json.JsonRecord;
import io.fluxj.api.json.UnknownFields;
import io.fluxj.api.meta.Choice;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What to do after a failed upgrade.
 *
 * @param retries How often to try again; -1 without end. Defaults to 0.
 * @param strategy How to clean up before the next attempt. Defaults to rollback.
 * @param ignoreTestFailures Do not count failed tests as a failure. Defaults to that of the tests.
 * @param remediateLastFailure Clean up also after the last attempt. Defaults to true when retries is above 0.
 * @param unknown fields that this version of the class does not know; written back as they were read
 */
@JsonRecord
public record UpgradeRemediation(
        @Nullable Long retries,
        @Nullable Choice<RemediationStrategy> strategy,
        @Nullable Boolean ignoreTestFailures,
        @Nullable Boolean remediateLastFailure,
        @UnknownFields Map<String, Object> unknown)
        implements UpgradeRemediationBuilder.With {

    /** Keeps collections unmodifiable, and tells absent ones from empty ones. */
    public UpgradeRemediation {
        unknown = Absent.copy(unknown);
    }

    /**
     * Starts an empty value.
     *
     * @return a builder with nothing set
     */
    public static UpgradeRemediationBuilder builder() {
        return UpgradeRemediationBuilder.builder();
    }
}
