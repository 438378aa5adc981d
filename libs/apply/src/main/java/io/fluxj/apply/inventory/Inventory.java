package io.fluxj.apply.inventory;

import io.fluxj.apply.ObjectRef;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The objects that an owner has applied, in apply order, each once. */
public record Inventory(List<ObjectRef> refs) {

    public Inventory {
        refs = distinct(refs);
    }

    /** An inventory without entries. */
    public static Inventory empty() {
        return new Inventory(List.of());
    }

    /** Reads a stored inventory as far as it can be read. */
    public static Stored of(Collection<InventoryEntry> entries) {
        List<ObjectRef> refs = new ArrayList<>();
        List<InventoryEntry> unreadable = new ArrayList<>();
        for (InventoryEntry entry : entries) {
            try {
                refs.add(entry.ref());
            } catch (IllegalArgumentException e) {
                unreadable.add(entry);
            }
        }
        return new Stored(new Inventory(refs), unreadable);
    }

    /**
     * What was stored.
     *
     * @param inventory what could be read
     * @param unreadable entries that name no object; what they meant is lost
     */
    public record Stored(Inventory inventory, List<InventoryEntry> unreadable) {
        public Stored {
            unreadable = List.copyOf(unreadable);
        }
    }

    /** The form in which an inventory is stored. */
    public List<InventoryEntry> entries() {
        return refs.stream().map(InventoryEntry::of).toList();
    }

    /** What is here and not in the newer inventory, whatever the versions: the candidates for pruning, in apply order. */
    public List<ObjectRef> staleAgainst(Inventory newer) {
        Set<ObjectRef> wanted = new HashSet<>();
        newer.refs.forEach(ref -> wanted.add(ref.withVersion("")));
        return refs.stream()
                .filter(ref -> !wanted.contains(ref.withVersion("")))
                .toList();
    }

    /** This inventory followed by the objects that it does not have yet. */
    public Inventory plus(List<ObjectRef> more) {
        return new Inventory(Stream.concat(refs.stream(), more.stream()).toList());
    }

    private static List<ObjectRef> distinct(List<ObjectRef> refs) {
        Map<ObjectRef, ObjectRef> seen = new LinkedHashMap<>();
        refs.forEach(ref -> seen.putIfAbsent(ref.withVersion(""), ref));
        return List.copyOf(seen.values());
    }
}
