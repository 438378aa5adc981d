package io.fluxj.apply.memory;

import io.fluxj.apply.cluster.Cluster;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** The watches of all clusters: one for each kind that is in use, open as long as it is. Guarded by the memory's lock. */
final class Watches implements AutoCloseable {
    private final KindTable.Changes changes;
    private final Map<WatchScope, Kind> kinds = new HashMap<>();
    private final Map<Cluster, Impersonation> rights = new HashMap<>();

    private record Kind(KindTable table, MetadataFeed feed, Set<Owned> users) {}

    private record Impersonation(Rights rights, Set<Owned> users) {}

    Watches(KindTable.Changes changes) {
        this.changes = changes;
    }

    /** From now on the owner uses the kinds of {@code wanted}, and no others. */
    void use(Owned owner, Set<WatchScope> wanted) {
        for (WatchScope left : owner.scopes()) {
            if (!wanted.contains(left)) {
                leave(left, owner);
            }
        }
        wanted.forEach(scope -> kinds.computeIfAbsent(scope, this::open).users().add(owner));
    }

    private Kind open(WatchScope scope) {
        KindTable table = new KindTable(scope.kind(), changes);
        return new Kind(table, MetadataFeed.open(scope, table), new HashSet<>());
    }

    private void leave(WatchScope scope, Owned owner) {
        Kind kind = kinds.get(scope);
        if (kind != null && kind.users().remove(owner) && kind.users().isEmpty()) {
            kinds.remove(scope);
            kind.feed().close();
        }
    }

    /** From now on the changes of rights in this cluster are counted. */
    void useRights(Owned owner, Cluster cluster) {
        rights.computeIfAbsent(cluster, it -> new Impersonation(Rights.of(it), new HashSet<>()))
                .users()
                .add(owner);
    }

    /** The owner needs to know of rights in no other cluster than this. */
    void keepRights(Owned owner, Optional<Cluster> cluster) {
        for (Cluster used : Set.copyOf(rights.keySet())) {
            Impersonation left = rights.get(used);
            if (left != null
                    && !cluster.equals(Optional.of(used))
                    && left.users().remove(owner)
                    && left.users().isEmpty()) {
                rights.remove(used);
                left.rights().close();
            }
        }
    }

    OptionalLong rightsOf(Cluster cluster) {
        Impersonation used = rights.get(cluster);
        return used == null ? OptionalLong.empty() : used.rights().state();
    }

    /** The objects of a scope; empty when it is not watched. */
    Optional<KindTable> table(WatchScope scope) {
        return Optional.ofNullable(kinds.get(scope)).map(Kind::table);
    }

    /** As {@link #table}, if a watch keeps it up to date. */
    Optional<KindTable> liveTable(WatchScope scope) {
        return Optional.ofNullable(kinds.get(scope))
                .filter(kind -> kind.feed().isLive())
                .map(Kind::table);
    }

    /** How many kinds are watched. */
    int size() {
        return kinds.size();
    }

    @Override
    public void close() {
        kinds.values().forEach(kind -> kind.feed().close());
        rights.values().forEach(used -> used.rights().close());
        kinds.clear();
        rights.clear();
    }
}
