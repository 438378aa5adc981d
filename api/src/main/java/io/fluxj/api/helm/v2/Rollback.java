package io.fluxj.api.helm.v2;

import io.fluxj.api.json.Absent;
import io.fluxj.api.json.JsonRecord;
import io.fluxj.api.json.UnknownFields;
import io.fluxj.api.meta.Choice;
import io.fluxj.api.meta.GoDuration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How to roll back.
 *
 * @param timeout Longest time for one step. Defaults to the timeout of the release.
 * @param cleanupOnFail Delete new objects when the rollback fails. Defaults to false.
 * @param force Replace objects instead of patching them. Defaults to false.
 * @param recreate Deprecated: without effect, and refused by later versions of Helm. Restart the Pods.
 * @param disableHooks Do not run hooks. Defaults to false.
 * @param disableWait Do not wait for the objects to be ready. Defaults to false.
 * @param disableWaitForJobs Do not wait for Jobs to complete. Defaults to false.
 * @param serverSideApply Whether to apply server-side. Defaults to auto.
 * @param unknown fields that this version of the class does not know; written back as they were read
 */
@JsonRecord
public record Rollback(
        @Nullable GoDuration timeout,
        @Nullable Boolean cleanupOnFail,
        @Nullable Boolean force,
        @Nullable Boolean recreate,
        @Nullable Boolean disableHooks,
        @Nullable Boolean disableWait,
        @Nullable Boolean disableWaitForJobs,
        @Nullable Choice<ServerSideApply> serverSideApply,
        @UnknownFields Map<String, Object> unknown)
        implements RollbackBuilder.With {

    /** Keeps collections unmodifiable, and tells absent ones from empty ones. */
    public Rollback {
        unknown = Absent.copy(unknown);
    }

    /**
     * Starts an empty value.
     *
     * @return a builder with nothing set
     */
    public static RollbackBuilder builder() {
        return RollbackBuilder.builder();
    }
}
