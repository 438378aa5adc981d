package io.fluxj.kustomization.pass;

import io.fluxj.api.kustomize.v1.KustomizationStatus;
import io.fluxj.api.meta.ResourceInventory;
import io.fluxj.api.meta.ResourceReference;
import io.fluxj.apply.inventory.Inventory;
import io.fluxj.apply.inventory.InventoryEntry;
import java.util.List;
import java.util.Map;

/** The inventory as the status stores it. */
final class StoredInventory {

    private StoredInventory() {}

    /**
     * Reads it; one that was never written is empty.
     *
     * @throws IllegalArgumentException when an id is not one
     */
    static Inventory of(KustomizationStatus status) {
        ResourceInventory stored = status.inventory();
        return stored == null
                ? Inventory.empty()
                : Inventory.of(stored.entries().stream()
                        .map(entry -> new InventoryEntry(entry.id(), entry.v()))
                        .toList());
    }

    /** The status with this inventory; unchanged when it is the one stored. */
    static KustomizationStatus put(KustomizationStatus status, Inventory inventory) {
        List<ResourceReference> entries = inventory.entries().stream()
                .map(entry -> new ResourceReference(entry.id(), entry.version(), Map.of()))
                .toList();
        ResourceInventory stored = status.inventory();
        return stored != null && stored.entries().equals(entries)
                ? status
                : status.withInventory(new ResourceInventory(entries, Map.of()));
    }
}
