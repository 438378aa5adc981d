package io.fluxj.api.helm.v2;

import io.fluxj.api.json.Absent;
import io.fluxj.api.json.JsonRecord;
import io.fluxj.api.json.Rfc3339;
import io.fluxj.api.json.UnknownFields;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A release as Helm has it.
 *
 * @param apiVersion Version of the form of this entry. Absent means v1, where the digest is of the first form.
 * @param digest Digest of the release as Helm stores it.
 * @param action The action that made the release.
 * @param name Name of the release.
 * @param namespace Namespace that the release was installed into.
 * @param version Revision of the release.
 * @param status State of the release, such as deployed, superseded or failed.
 * @param chartName Name of the chart.
 * @param chartVersion Version of the chart.
 * @param appVersion Version of the application in the chart.
 * @param configDigest Digest of the values.
 * @param ociDigest Digest of the chart. Only for charts from an OCIRepository.
 * @param firstDeployed When the release was first installed.
 * @param lastDeployed When this revision was made.
 * @param deleted When it was uninstalled.
 * @param testHooks Results of the tests, by the name of the test.
 * @param unknown fields that this version of the class does not know; written back as they were read
 */
@JsonRecord
public record ReleaseSnapshot(
        @Nullable String apiVersion,
        String digest,
        @Nullable String action,
        String name,
        String namespace,
        Long version,
        String status,
        String chartName,
        String chartVersion,
        @Nullable String appVersion,
        String configDigest,
        @Nullable String ociDigest,
        @Rfc3339 Instant firstDeployed,
        @Rfc3339 Instant lastDeployed,
        @Rfc3339 @Nullable Instant deleted,
        Map<String, TestHookStatus> testHooks,
        @UnknownFields Map<String, Object> unknown)
        implements ReleaseSnapshotBuilder.With {

    /** Keeps collections unmodifiable, and tells absent ones from empty ones. */
    public ReleaseSnapshot {
        testHooks = Absent.copy(testHooks);
        unknown = Absent.copy(unknown);
    }

    /**
     * Starts an empty value.
     *
     * @return a builder with nothing set
     */
    public static ReleaseSnapshotBuilder builder() {
        return ReleaseSnapshotBuilder.builder();
    }
}
