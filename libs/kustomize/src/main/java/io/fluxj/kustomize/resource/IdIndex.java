package io.fluxj.kustomize.resource;

import io.fluxj.kustomize.id.ResourceId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Objects by the ids that they have or had, in the order in which they were added. */
final class IdIndex {

    private final Map<Resource, Entry> entries = new HashMap<>();
    private final Map<ResourceId.Key, List<Resource>> byKey = new HashMap<>();
    private final Map<String, List<Resource>> byName = new HashMap<>();
    private int added;

    /**
     * What is known of an object.
     *
     * @param position what it is sorted by
     * @param ids all of them, the current one last
     */
    private record Entry(int position, List<ResourceId> ids) {

        ResourceId current() {
            return ids.getLast();
        }
    }

    IdIndex(List<Resource> resources) {
        resources.forEach(this::add);
    }

    void add(Resource resource) {
        put(resource, new Entry(added++, resource.allIds()));
    }

    List<Resource> called(ResourceId id) {
        return byKey.getOrDefault(id.key(), List.of());
    }

    List<Resource> named(String name) {
        return byName.getOrDefault(name, List.of());
    }

    /**
     * Takes note of the ids that an object has now.
     *
     * @return whether its current id is another one
     */
    boolean update(Resource resource) {
        List<ResourceId> ids = resource.allIds();
        Entry old = of(resource);
        if (!ids.equals(old.ids())) {
            remove(resource, old);
            put(resource, new Entry(old.position(), ids));
        }
        return !ids.getLast().equals(old.current());
    }

    /** Puts an object in the place of another one. */
    void replace(Resource old, Resource resource) {
        Entry entry = of(old);
        remove(old, entry);
        put(resource, new Entry(entry.position(), resource.allIds()));
    }

    void remove(Resource resource) {
        remove(resource, of(resource));
    }

    private Entry of(Resource resource) {
        Entry entry = entries.get(resource);
        if (entry == null) {
            throw new IllegalArgumentException("an object that was never added");
        }
        return entry;
    }

    private void put(Resource resource, Entry entry) {
        entries.put(resource, entry);
        for (ResourceId id : entry.ids()) {
            insert(byKey.computeIfAbsent(id.key(), any -> new ArrayList<>(1)), resource, entry);
            insert(byName.computeIfAbsent(id.name(), any -> new ArrayList<>(1)), resource, entry);
        }
    }

    private void insert(List<Resource> list, Resource resource, Entry entry) {
        int place = list.size();
        while (place > 0 && of(list.get(place - 1)).position() >= entry.position()) {
            place--;
        }
        if (place == list.size() || list.get(place) != resource) {
            list.add(place, resource);
        }
    }

    private void remove(Resource resource, Entry entry) {
        entries.remove(resource);
        for (ResourceId id : entry.ids()) {
            called(id).removeIf(one -> one == resource);
            named(id.name()).removeIf(one -> one == resource);
        }
    }
}
