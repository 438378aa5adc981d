package io.fluxj.api.helm.v2;

import io.fluxj.api.json.Absent;
import io.fluxj.api.json.JsonRecord;
import io.fluxj.api.json.UnknownFields;
import io.fluxj.api.meta.Choice;
import io.fluxj.api.meta.GoDuration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How to install.
 *
 * @param timeout Longest time for one step. Defaults to the timeout of the release.
 * @param strategy What to do when the installation fails. Remediation by uninstalling when not set.
 * @param remediation How often to try again by uninstalling first. Without effect with the strategy RetryOnFailure.
 * @param crds What to do with the CRDs of the chart. Defaults to Create.
 * @param createNamespace Make the target namespace when it does not exist. Only with targetNamespace. Defaults to false.
 * @param replace Take over a name that an uninstalled release still holds in the history. Defaults to false.
 * @param disableHooks Do not run hooks. Defaults to false.
 * @param disableWait Do not wait for the objects to be ready. Defaults to false.
 * @param disableWaitForJobs Do not wait for Jobs to complete. Defaults to false.
 * @param disableTakeOwnership Fail, instead of taking it over, when an object exists that does not belong to the release. Defaults to false.
 * @param disableOpenAPIValidation Do not check the rendered manifests against the cluster's schemas. Defaults to false.
 * @param disableSchemaValidation Do not check the values against the chart's schema. Defaults to false.
 * @param serverSideApply Apply server-side. Defaults to true.
 * @param skipCRDs Deprecated: write crds with Skip. Do not install CRDs.
 * @param unknown fields that this version of the class does not know; written back as they were read
 */
@JsonRecord
public record Install(
        @Nullable GoDuration timeout,
        @Nullable ActionStrategy strategy,
        @Nullable InstallRemediation remediation,
        @Nullable Choice<CrdsPolicy> crds,
        @Nullable Boolean createNamespace,
        @Nullable Boolean replace,
        @Nullable Boolean disableHooks,
        @Nullable Boolean disableWait,
        @Nullable Boolean disableWaitForJobs,
        @Nullable Boolean disableTakeOwnership,
        @Nullable Boolean disableOpenAPIValidation,
        @Nullable Boolean disableSchemaValidation,
        @Nullable Boolean serverSideApply,
        @Nullable Boolean skipCRDs,
        @UnknownFields Map<String, Object> unknown)
        implements InstallBuilder.With {

    /** Keeps collections unmodifiable, and tells absent ones from empty ones. */
    public Install {
        unknown = Absent.copy(unknown);
    }

    /**
     * Starts an empty value.
     *
     * @return a builder with nothing set
     */
    public static InstallBuilder builder() {
        return InstallBuilder.builder();
    }
}
