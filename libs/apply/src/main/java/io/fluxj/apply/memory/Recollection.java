package io.fluxj.apply.memory;

import io.fluxj.apply.ObjectRef;
import io.fluxj.apply.cluster.Cluster;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** What one apply may believe, and what it leaves behind. Used by one thread, once. */
public final class Recollection {
    private final AppliedMemory memory;
    private final Cluster cluster;
    private final Owned owned;
    private final Way way;
    private final OptionalLong rights;

    /**
     * @param cluster as the apply's user sees it
     * @param rights as of how many changes of rights this begins
     */
    Recollection(AppliedMemory memory, Cluster cluster, Owned owned, Way way, OptionalLong rights) {
        this.memory = memory;
        this.cluster = cluster;
        this.owned = owned;
        this.way = way;
        this.rights = rights;
    }

    /** What is remembered of those objects that nobody has touched since, as watches show it, or else a list per kind and namespace. */
    public Map<ObjectRef, Applied> untouched(Collection<ObjectRef> refs) {
        Map<ObjectRef, Applied> known = remembered(refs);
        Map<ObjectRef, Look> looks = looks(known.keySet());
        known.entrySet().removeIf(entry -> !looks.getOrDefault(entry.getKey(), Look.ABSENT)
                .sameObject(entry.getValue().look()));
        return known;
    }

    Map<ObjectRef, Applied> remembered(Collection<ObjectRef> refs) {
        AppliedSet set = memory.recall(owned, way, rights);
        Map<ObjectRef, Applied> known = new LinkedHashMap<>();
        refs.forEach(ref -> set.find(Hash.of(ref))
                .filter(applied -> !memory.expired(applied))
                .ifPresent(applied -> known.put(ref, applied)));
        return known;
    }

    private Map<ObjectRef, Look> looks(Collection<ObjectRef> refs) {
        Map<ObjectRef, Look> looks = new HashMap<>();
        List<ObjectRef> unwatched = new ArrayList<>();
        for (ObjectRef ref : refs) {
            Optional<KindTable> table = isWatched() ? memory.liveTable(scope(ref)) : Optional.empty();
            table.ifPresentOrElse(live -> looks.put(ref, live.look(Hash.of(ref))), () -> unwatched.add(ref));
        }
        looks.putAll(Observation.of(cluster, unwatched, owned.ownership().selector()));
        return looks;
    }

    /** What the client itself may watch says nothing of the rights of a user, as long as those are not known to be the same. */
    private boolean isWatched() {
        return way.user().isEmpty() || rights.isPresent();
    }

    private WatchScope scope(ObjectRef ref) {
        return WatchScope.of(cluster, ref, owned.ownership());
    }

    /** The apply is over: replaces what is remembered. */
    public void end(Map<ObjectRef, Applied> objects) {
        memory.end(owned, way, rights, objects);
    }
}
