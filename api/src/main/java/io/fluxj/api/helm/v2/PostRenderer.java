package io.fluxj.api.helm.v2;

import io.fluxj.api.json.Absent;
import io.fluxj.api.json.JsonRecord;
import io.fluxj.api.json.UnknownFields;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A change to the rendered manifests.
 *
 * @param kustomize Patches and images as kustomize has them.
 * @param unknown fields that this version of the class does not know; written back as they were read
 */
@JsonRecord
public record PostRenderer(
        @Nullable KustomizePostRenderer kustomize,
        @UnknownFields Map<String, Object> unknown) implements PostRendererBuilder.With {

    /** Keeps collections unmodifiable, and tells absent ones from empty ones. */
    public PostRenderer {
        unknown = Absent.copy(unknown);
    }

    /**
     * Starts an empty value.
     *
     * @return a builder with nothing set
     */
    public static PostRendererBuilder builder() {
        return PostRendererBuilder.builder();
    }
}
