package io.fluxj.api.helm.v2;

import io.fluxj.api.json.Absent;
import io.fluxj.api.json.JsonRecord;
import io.fluxj.api.json.UnknownFields;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What to do after a failed installation.
 *
 * @param retries How often to uninstall and install again; -1 without end. Defaults to 0.
 * @param ignoreTestFailures Do not count failed tests as a failure. Defaults to that of the tests.
 * @param remediateLastFailure Uninstall also after the last attempt. Defaults to false.
 * @param unknown fields that this version of the class does not know; written back as they were read
 */
@JsonRecord
public record InstallRemediation(
        @Nullable Long retries,
        @Nullable Boolean ignoreTestFailures,
        @Nullable Boolean remediateLastFailure,
        @UnknownFields Map<String, Object> unknown)
        implements InstallRemediationBuilder.With {

    /** Keeps collections unmodifiable, and tells absent ones from empty ones. */
    public InstallRemediation {
        unknown = Absent.copy(unknown);
    }

    /**
     * Starts an empty value.
     *
     * @return a builder with nothing set
     */
    public static InstallRemediationBuilder builder() {
        return InstallRemediationBuilder.builder();
    }
}
