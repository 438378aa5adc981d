package io.fluxj.apply.memory;

import com.fasterxml.jackson.databind.JsonNode;
import io.fluxj.apply.ObjectRef;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** How the applied objects of one kind look now, as far as a watch and the answers to our own writes have shown. Thread-safe. */
final class KindTable implements MetadataFeed.Sink {
    private final ObjectRef kind;
    private final Changes changes;
    private final SeenObjects objects = new SeenObjects();
    private long newest = Look.UNKNOWN;

    /** Who is told of changes that a watch shows; not under any lock of the table. */
    @FunctionalInterface
    interface Changes {
        /**
         * An owned object looks otherwise than before.
         *
         * @param key of the object
         * @param now how it looks; {@link Look#ABSENT} when it is gone
         */
        void changed(Owned owner, Hash key, Look now);
    }

    private record Change(Owned owner, Hash key, Look now) {}

    KindTable(ObjectRef kind, Changes changes) {
        this.kind = kind;
        this.changes = changes;
    }

    /** How the object looks; absent when nothing was seen of it. */
    synchronized Look look(Hash key) {
        Seen seen = objects.get(key);
        return seen == null ? Look.ABSENT : seen.look();
    }

    /**
     * An answer of the server has shown the object, or what was known of it before was believed.
     *
     * @param owner hears of it from now on
     */
    synchronized void answered(Hash key, Look look, Owned owner) {
        Seen known = objects.get(key);
        if (known != null) {
            objects.put(known.version() < look.version() ? Seen.of(key, look, owner) : known.ownedBy(owner));
        } else if (newest == Look.UNKNOWN || look.version() > newest) {
            objects.put(Seen.of(key, look, owner));
        }
        // Otherwise it has been deleted since.
    }

    /** Nobody hears of the object any more who is not its owner. */
    synchronized void release(Hash key, Owned owner) {
        Seen known = objects.get(key);
        if (known != null && known.owner() == owner) {
            objects.put(known.ownedBy(null));
        }
    }

    @Override
    public void listed(MetadataList list) {
        long version = Look.version(list.resourceVersion());
        List<Change> found = new ArrayList<>();
        synchronized (this) {
            Set<Hash> there = new HashSet<>();
            list.looks().forEach((ref, look) -> {
                Hash key = Hash.of(ref);
                there.add(key);
                update(key, look).ifPresent(found::add);
            });
            for (Seen known : objects.all()) {
                if (!there.contains(known.key())) {
                    remove(known.key(), version).ifPresent(found::add);
                }
            }
            newest = Math.max(newest, version);
        }
        tell(found);
    }

    @Override
    public void present(JsonNode metadata) {
        Look look = Look.of(metadata);
        Hash key = Hash.of(MetadataList.named(kind, metadata));
        Optional<Change> change;
        synchronized (this) {
            change = update(key, look);
            newest = Math.max(newest, look.version());
        }
        tell(change.stream().toList());
    }

    @Override
    public void deleted(JsonNode metadata) {
        long version = Look.version(metadata.path("resourceVersion").asText(""));
        Optional<Change> change;
        synchronized (this) {
            change = remove(Hash.of(MetadataList.named(kind, metadata)), version);
            newest = Math.max(newest, version);
        }
        tell(change.stream().toList());
    }

    private void tell(List<Change> found) {
        found.forEach(change -> changes.changed(change.owner(), change.key(), change.now()));
    }

    private Optional<Change> update(Hash key, Look look) {
        Seen before = objects.get(key);
        if (before != null && look.version() <= before.version()) {
            return Optional.empty();
        }
        Owned owner = before == null ? null : before.owner();
        objects.put(Seen.of(key, look, owner));
        return owner == null || before == null || look.applied() == before.applied()
                ? Optional.empty()
                : Optional.of(new Change(owner, key, look));
    }

    private Optional<Change> remove(Hash key, long version) {
        Seen before = objects.get(key);
        if (before == null || before.version() > version) {
            return Optional.empty();
        }
        objects.remove(key);
        Owned owner = before.owner();
        return owner == null ? Optional.empty() : Optional.of(new Change(owner, key, Look.ABSENT));
    }
}
