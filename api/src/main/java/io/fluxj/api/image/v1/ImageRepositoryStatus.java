package io.fluxj.api.image.v1;

import io.fluxj.api.json.Absent;
import io.fluxj.api.json.JsonRecord;
import io.fluxj.api.json.UnknownFields;
import io.fluxj.api.meta.Condition;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was found when the tags were last listed.
 *
 * @param observedGeneration Generation of the spec that was last handled to an end; -1 before the first time.
 * @param lastHandledReconcileAt The value of the annotation reconcile.fluxcd.io/requestedAt that was handled last.
 * @param conditions Conditions such as Ready, Reconciling and Stalled.
 * @param canonicalImageName The image with everything that spec.image may leave out, such as index.docker.io/library.
 * @param lastScanResult The last list.
 * @param observedExclusionList The value of spec.exclusionList that went into the last list.
 * @param unknown fields that this version of the class does not know; written back as they were read
 */
@JsonRecord
public record ImageRepositoryStatus(
        @Nullable Long observedGeneration,
        @Nullable String lastHandledReconcileAt,
        List<Condition> conditions,
        @Nullable String canonicalImageName,
        @Nullable ScanResult lastScanResult,
        List<String> observedExclusionList,
        @UnknownFields Map<String, Object> unknown)
        implements ImageRepositoryStatusBuilder.With {

    /** Keeps collections unmodifiable, and tells absent ones from empty ones. */
    public ImageRepositoryStatus {
        conditions = Absent.copy(conditions);
        observedExclusionList = Absent.copy(observedExclusionList);
        unknown = Absent.copy(unknown);
    }

    /**
     * Starts an empty value.
     *
     * @return a builder with nothing set
     */
    public static ImageRepositoryStatusBuilder builder() {
        return ImageRepositoryStatusBuilder.builder();
    }
}
