package io.fluxj.api.helm.v2;

import io.fluxj.api.json.Absent;
import io.fluxj.api.json.JsonRecord;
import io.fluxj.api.json.UnknownFields;
import io.fluxj.api.kustomize.Image;
import io.fluxj.api.kustomize.Patch;
import java.util.List;
import java.util.Map;

/**
 * Patches and images over the rendered manifests.
 *
 * @param patches Kustomize patches, in this order.
 * @param images Container images to replace.
 * @param unknown fields that this version of the class does not know; written back as they were read
 */
@JsonRecord
public record KustomizePostRenderer(
        List<Patch> patches,
        List<Image> images,
        @UnknownFields Map<String, Object> unknown) implements KustomizePostRendererBuilder.With {

    /** Keeps collections unmodifiable, and tells absent ones from empty ones. */
    public KustomizePostRenderer {
        patches = Absent.copy(patches);
        images = Absent.copy(images);
        unknown = Absent.copy(unknown);
    }

    /**
     * Starts an empty value.
     *
     * @return a builder with nothing set
     */
    public static KustomizePostRendererBuilder builder() {
        return KustomizePostRendererBuilder.builder();
    }
}
