package io.fluxj.kube.store;

import io.fluxj.kube.api.Key;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/** The objects of one resource and their recent changes. Guarded by the store's lock. */
final class Table {
    private final NavigableMap<Key, Stored> objects = new TreeMap<>();
    private final ChangeQueue recent = new ChangeQueue();
    private final ChangeQueue late = new ChangeQueue();
    private final Set<Watch> waiting = new HashSet<>();
    private Change tail = new Change(new Key("", ""), 0, null, null);
    private long forgottenUpTo;

    NavigableMap<Key, Stored> objects() {
        return objects;
    }

    /** The objects of a namespace; of all when it is empty. */
    NavigableMap<Key, Stored> in(String namespace) {
        return namespace.isEmpty()
                ? objects
                : objects.subMap(new Key(namespace, ""), true, new Key(namespace, "\uffff"), true);
    }

    void append(Change change, int keep) {
        tail.link(change);
        tail = change;
        recent.add(change);
        waiting.removeIf(watch -> watch.hears(change));
        while (recent.exceeds(keep)) {
            Change oldest = recent.remove();
            forgottenUpTo = oldest.revision();
            late.add(oldest);
        }
        severLate(keep);
    }

    /** Readers that lag may still be at changes that are forgotten for others, but not at any number of them. */
    private void severLate(int keep) {
        while (late.exceeds(keep)) {
            late.remove().sever();
        }
    }

    /** The objects of a namespace as they were at a revision: later changes are undone, the last first. */
    List<Stored> at(long revision, String namespace) {
        NavigableMap<Key, Stored> then = new TreeMap<>(in(namespace));
        for (Change change : recent.newestFirst()) {
            if (change.revision() <= revision) {
                break;
            }
            Stored before = change.before();
            if (before == null) {
                then.remove(change.key());
            } else if (namespace.isEmpty() || namespace.equals(change.key().namespace())) {
                then.put(change.key(), before);
            }
        }
        return List.copyOf(then.values());
    }

    /** Who waits for the next change. */
    Set<Watch> waiting() {
        return waiting;
    }

    void wakeAll() {
        waiting.forEach(Watch::wake);
        waiting.clear();
    }

    /** The last change known. */
    Change tail() {
        return tail;
    }

    /** The revision up to which changes are forgotten. */
    long forgottenUpTo() {
        return forgottenUpTo;
    }

    void forget(long revision) {
        while (!recent.isEmpty()) {
            late.add(recent.remove());
        }
        forgottenUpTo = Math.max(forgottenUpTo, revision);
    }

    /** A place in the chain such that everything after it is newer than the revision. */
    Change placeBefore(long revision) {
        Change place = tail;
        for (Change change : recent.newestFirst()) {
            if (change.revision() <= revision) {
                return change;
            }
            place = change;
        }
        if (place == tail && recent.isEmpty()) {
            return tail;
        }
        Change before = new Change(place.key(), revision, null, null);
        before.link(place);
        return before;
    }
}
