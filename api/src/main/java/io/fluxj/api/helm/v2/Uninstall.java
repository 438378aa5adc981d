package io.fluxj.api.helm.v2;

import io.fluxj.api.json.Absent;
import io.fluxj.api.json.JsonRecord;
import io.fluxj.api.json.UnknownFields;
import io.fluxj.api.meta.Choice;
import io.fluxj.api.meta.GoDuration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How to uninstall.
 *
 * @param timeout Longest time for one step. Defaults to the timeout of the release.
 * @param deletionPropagation What becomes of what the deleted objects own. Default: {@code background}.
 * @param keepHistory Keep the history of the release. Defaults to false.
 * @param disableHooks Do not run hooks. Defaults to false.
 * @param disableWait Do not wait until the objects are gone. Defaults to false.
 * @param unknown fields that this version of the class does not know; written back as they were read
 */
@JsonRecord
public record Uninstall(
        @Nullable GoDuration timeout,
        @Nullable Choice<DeletionPropagation> deletionPropagation,
        @Nullable Boolean keepHistory,
        @Nullable Boolean disableHooks,
        @Nullable Boolean disableWait,
        @UnknownFields Map<String, Object> unknown)
        implements UninstallBuilder.With {

    /** Keeps collections unmodifiable, and tells absent ones from empty ones. */
    public Uninstall {
        unknown = Absent.copy(unknown);
    }

    /**
     * Starts an empty value.
     *
     * @return a builder with nothing set
     */
    public static UninstallBuilder builder() {
        return UninstallBuilder.builder();
    }
}
