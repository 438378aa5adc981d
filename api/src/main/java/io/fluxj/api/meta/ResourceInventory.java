package io.fluxj.api.meta;

import io.fluxj.api.json.Absent;
import io.fluxj.api.json.JsonRecord;
import io.fluxj.api.json.Required;
import io.fluxj.api.json.UnknownFields;
import java.util.List;
import java.util.Map;

/**
 * The objects in the cluster that a Kustomization or HelmRelease has made and owns.
 *
 * @param entries The owned objects.
 * @param unknown fields that this version of the class does not know; written back as they were read
 */
@JsonRecord
public record ResourceInventory(
        @Required List<ResourceReference> entries,
        @UnknownFields Map<String, Object> unknown) implements ResourceInventoryBuilder.With {

    /** Keeps collections unmodifiable, and tells absent ones from empty ones. */
    public ResourceInventory {
        entries = Absent.copy(entries);
        unknown = Absent.copy(unknown);
    }

    /**
     * Starts an empty value.
     *
     * @return a builder with nothing set
     */
    public static ResourceInventoryBuilder builder() {
        return ResourceInventoryBuilder.builder();
    }
}
