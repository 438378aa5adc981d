package io.fluxj.api.helm.v2;

import io.fluxj.api.json.Absent;
import io.fluxj.api.json.JsonRecord;
import io.fluxj.api.json.UnknownFields;
import io.fluxj.api.meta.Choice;
import io.fluxj.api.meta.GoDuration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How to upgrade.
 *
 * @param timeout Longest time for one step. Defaults to the timeout of the release.
 * @param strategy What to do when the upgrade fails. Remediation when not set.
 * @param remediation How often to try again, and how to clean up. Without effect with the strategy RetryOnFailure.
 * @param crds What to do with the CRDs of the chart. Defaults to Create.
 * @param chartNameChangeStrategy What to do when the chart's name changes. Defaults to Reinstall.
 * @param cleanupOnFail Delete new objects when the upgrade fails. Defaults to false.
 * @param force Replace objects instead of patching them. Defaults to false.
 * @param preserveValues Keep the values of the last release and lay the new ones over them. Defaults to false.
 * @param disableHooks Do not run hooks. Defaults to false.
 * @param disableWait Do not wait for the objects to be ready. Defaults to false.
 * @param disableWaitForJobs Do not wait for Jobs to complete. Defaults to false.
 * @param disableTakeOwnership Fail, instead of taking it over, when an object exists that does not belong to the release. Defaults to false.
 * @param disableOpenAPIValidation Do not check the rendered manifests against the cluster's schemas. Defaults to false.
 * @param disableSchemaValidation Do not check the values against the chart's schema. Defaults to false.
 * @param serverSideApply Whether to apply server-side. Defaults to auto.
 * @param unknown fields that this version of the class does not know; written back as they were read
 */
@JsonRecord
public record Upgrade(
        @Nullable GoDuration timeout,
        @Nullable ActionStrategy strategy,
        @Nullable UpgradeRemediation remediation,
        @Nullable Choice<CrdsPolicy> crds,
        @Nullable Choice<ChartNameChangeStrategy> chartNameChangeStrategy,
        @Nullable Boolean cleanupOnFail,
        @Nullable Boolean force,
        @Nullable Boolean preserveValues,
        @Nullable Boolean disableHooks,
        @Nullable Boolean disableWait,
        @Nullable Boolean disableWaitForJobs,
        @Nullable Boolean disableTakeOwnership,
        @Nullable Boolean disableOpenAPIValidation,
        @Nullable Boolean disableSchemaValidation,
        @Nullable Choice<ServerSideApply> serverSideApply,
        @UnknownFields Map<String, Object> unknown)
        implements UpgradeBuilder.With {

    /** Keeps collections unmodifiable, and tells absent ones from empty ones. */
    public Upgrade {
        unknown = Absent.copy(unknown);
    }

    /**
     * Starts an empty value.
     *
     * @return a builder with nothing set
     */
    public static UpgradeBuilder builder() {
        return UpgradeBuilder.builder();
    }
}
