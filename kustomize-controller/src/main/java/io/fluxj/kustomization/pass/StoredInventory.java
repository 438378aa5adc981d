package io.fluxj.kustomization.pass;

import io.fluxj.api.kustomize.v1.Kustomization;
import io.fluxj.api.kustomize.v1.KustomizationStatus;
import io.fluxj.api.meta.ResourceInventory;
import io.fluxj.api.meta.ResourceReference;
import io.fluxj.apply.inventory.Inventory;
import io.fluxj.apply.inventory.InventoryEntry;
import io.fluxj.runtime.events.Severity;
import io.fluxj.runtime.reconcile.Pass;
import io.fluxj.runtime.reconcile.Reason;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The inventory as the status stores it. */
final class StoredInventory {

    private static final Logger LOG = LoggerFactory.getLogger(StoredInventory.class);
    private static final Reason UNREADABLE = () -> "InventoryUnreadable";
    private static final int MOST_NAMED = 10;
    private static final int LONGEST = 200;

    private StoredInventory() {}

    /** Reads it as far as it can be read; one that was never written is empty. */
    static Inventory of(KustomizationStatus status) {
        return stored(status).inventory();
    }

    /** As {@link #of}, and tells of the entries that cannot be read: nobody looks after the objects that they meant any more. */
    static Inventory told(Pass<Kustomization, KustomizationStatus> pass) {
        Inventory.Stored stored = stored(pass.status());
        if (!stored.unreadable().isEmpty()) {
            String message = message(stored.unreadable());
            LOG.warn(message);
            pass.emit(Severity.ERROR, UNREADABLE, message, Map.of());
        }
        return stored.inventory();
    }

    private static String message(List<InventoryEntry> unreadable) {
        String entries = unreadable.stream()
                .limit(MOST_NAMED)
                .map(entry -> "id '%s' v '%s'".formatted(shortened(entry.id()), shortened(entry.version())))
                .collect(Collectors.joining(", "));
        return "status.inventory: %d of the entries cannot be read and are left out: %s%s; an object that one of them meant stays in the cluster and has to be deleted by hand"
                .formatted(unreadable.size(), entries, unreadable.size() > MOST_NAMED ? ", ..." : "");
    }

    private static String shortened(String text) {
        String printable = text.replaceAll("\\p{Cntrl}", "?");
        return printable.length() <= LONGEST ? printable : printable.substring(0, LONGEST) + "...";
    }

    private static Inventory.Stored stored(KustomizationStatus status) {
        ResourceInventory stored = status.inventory();
        List<ResourceReference> entries = stored == null ? List.of() : stored.entries();
        return Inventory.of(entries.stream()
                .map(entry -> new InventoryEntry(
                        Objects.requireNonNullElse(entry.id(), ""), Objects.requireNonNullElse(entry.v(), "")))
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
