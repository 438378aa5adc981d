package io.fluxj.api.helm.v2;

import io.fluxj.api.json.Absent;
import io.fluxj.api.json.JsonRecord;
import io.fluxj.api.json.UnknownFields;
import io.fluxj.api.meta.Choice;
import io.fluxj.api.meta.Condition;
import io.fluxj.api.meta.GoDuration;
import io.fluxj.api.meta.ResourceInventory;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the last attempts came to.
 *
 * @param observedGeneration Generation of the spec that was last handled to an end; -1 before the first time.
 * @param lastHandledReconcileAt The value of the annotation reconcile.fluxcd.io/requestedAt that was handled last.
 * @param lastHandledForceAt The value of the annotation reconcile.fluxcd.io/forceAt that was handled last.
 * @param lastHandledResetAt The value of the annotation reconcile.fluxcd.io/resetAt that was handled last.
 * @param conditions Conditions such as Ready, Reconciling, Stalled, Released, TestSuccess, Remediated and Drifted.
 * @param history The releases that Helm has of this object, newest first.
 * @param inventory The objects that the release has made and owns.
 * @param failures How many attempts failed since the last success.
 * @param installFailures How many installations failed since the last success.
 * @param upgradeFailures How many upgrades failed since the last success.
 * @param helmChart The HelmChart object that was made, as namespace/name.
 * @param storageNamespace Namespace in which Helm keeps the releases.
 * @param lastAttemptedGeneration Generation of the spec that was last tried.
 * @param lastAttemptedReleaseAction The action that was last tried.
 * @param lastAttemptedReleaseActionDuration How long it took.
 * @param lastAttemptedRevision Version of the chart that was last tried.
 * @param lastAttemptedRevisionDigest Digest of the chart that was last tried. Only for charts from an OCIRepository.
 * @param lastAttemptedConfigDigest Digest of the values that were last tried.
 * @param lastAttemptedValuesChecksum Deprecated: read lastAttemptedConfigDigest. SHA-1 of the values that were last tried.
 * @param lastReleaseRevision Deprecated: read history. Revision of the last release.
 * @param observedCommonMetadataDigest Digest of the spec.commonMetadata that went into the last release.
 * @param observedPostRenderersDigest Digest of the spec.postRenderers that went into the last release.
 * @param unknown fields that this version of the class does not know; written back as they were read
 */
@JsonRecord
public record HelmReleaseStatus(
        @Nullable Long observedGeneration,
        @Nullable String lastHandledReconcileAt,
        @Nullable String lastHandledForceAt,
        @Nullable String lastHandledResetAt,
        List<Condition> conditions,
        List<ReleaseSnapshot> history,
        @Nullable ResourceInventory inventory,
        @Nullable Long failures,
        @Nullable Long installFailures,
        @Nullable Long upgradeFailures,
        @Nullable String helmChart,
        @Nullable String storageNamespace,
        @Nullable Long lastAttemptedGeneration,
        @Nullable Choice<ReleaseAction> lastAttemptedReleaseAction,
        @Nullable GoDuration lastAttemptedReleaseActionDuration,
        @Nullable String lastAttemptedRevision,
        @Nullable String lastAttemptedRevisionDigest,
        @Nullable String lastAttemptedConfigDigest,
        @Nullable String lastAttemptedValuesChecksum,
        @Nullable Long lastReleaseRevision,
        @Nullable String observedCommonMetadataDigest,
        @Nullable String observedPostRenderersDigest,
        @UnknownFields Map<String, Object> unknown)
        implements HelmReleaseStatusBuilder.With {

    /** Keeps collections unmodifiable, and tells absent ones from empty ones. */
    public HelmReleaseStatus {
        conditions = Absent.copy(conditions);
        history = Absent.copy(history);
        unknown = Absent.copy(unknown);
    }

    /**
     * Starts an empty value.
     *
     * @return a builder with nothing set
     */
    public static HelmReleaseStatusBuilder builder() {
        return HelmReleaseStatusBuilder.builder();
    }
}
