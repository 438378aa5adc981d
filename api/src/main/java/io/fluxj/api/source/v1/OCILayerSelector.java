package io.fluxj.api.source.v1;

import io.fluxj.api.json.Absent;
import io.fluxj.api.json.JsonRecord;
import io.fluxj.api.json.UnknownFields;
import io.fluxj.api.meta.Choice;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Picks a layer of an artifact.
 *
 * @param mediaType Media type of the layer. The first layer of it is taken; the first of all when not set.
 * @param operation What to do with the layer. Defaults to extract.
 * @param unknown fields that this version of the class does not know; written back as they were read
 */
@JsonRecord
public record OCILayerSelector(
        @Nullable String mediaType,
        @Nullable Choice<LayerOperation> operation,
        @UnknownFields Map<String, Object> unknown)
        implements OCILayerSelectorBuilder.With {

    /** Keeps collections unmodifiable, and tells absent ones from empty ones. */
    public OCILayerSelector {
        unknown = Absent.copy(unknown);
    }

    /**
     * Starts an empty value.
     *
     * @return a builder with nothing set
     */
    public static OCILayerSelectorBuilder builder() {
        return OCILayerSelectorBuilder.builder();
    }
}
