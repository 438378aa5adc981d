package io.fluxj.runtime.apply;

import io.fluxj.api.meta.ResourceInventory;
import io.fluxj.api.meta.ResourceReference;
import io.fluxj.apply.inventory.Inventory;
import io.fluxj.apply.inventory.InventoryEntry;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The field {@code status.inventory} of a kind.
 *
 * @param get reads it; null where it was never written
 * @param put gives a status that has it
 * @param <S> status of the kind
 */
public record InventoryField<S>(Function<S, @Nullable ResourceInventory> get, BiFunction<S, ResourceInventory, S> put) {

    /** As far as it can be read; one that was never written is empty. */
    Inventory.Stored read(S status) {
        ResourceInventory stored = get.apply(status);
        List<ResourceReference> entries = stored == null ? List.of() : stored.entries();
        return Inventory.of(entries.stream()
                .map(entry -> new InventoryEntry(
                        Objects.requireNonNullElse(entry.id(), ""), Objects.requireNonNullElse(entry.v(), "")))
                .toList());
    }

    boolean isWritten(S status) {
        return get.apply(status) != null;
    }

    /** The status with this inventory; unchanged when it is the one stored. */
    S write(S status, Inventory inventory) {
        List<ResourceReference> entries = inventory.entries().stream()
                .map(entry -> new ResourceReference(entry.id(), entry.version(), Map.of()))
                .toList();
        ResourceInventory stored = get.apply(status);
        return stored != null && stored.entries().equals(entries)
                ? status
                : put.apply(status, new ResourceInventory(entries, Map.of()));
    }
}
