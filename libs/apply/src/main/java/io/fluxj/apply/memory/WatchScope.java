package io.fluxj.apply.memory;

import io.fluxj.apply.ObjectRef;
import io.fluxj.apply.Ownership;
import io.fluxj.apply.cluster.Cluster;
import java.util.TreeSet;

/**
 * What one watch is for: a kind in all namespaces of a cluster.
 *
 * @param cluster as its client's own identity sees it
 * @param kind group, version and kind
 * @param labelSelector which of its objects
 */
record WatchScope(Cluster cluster, ObjectRef kind, String labelSelector) {

    /** The objects of this kind, those of all owners whose labels have the same keys. */
    static WatchScope of(Cluster cluster, ObjectRef ref, Ownership owner) {
        return new WatchScope(
                cluster.own(),
                kind(ref.group(), ref.version(), ref.kind()),
                String.join(",", new TreeSet<>(owner.labels().keySet())));
    }

    static ObjectRef kind(String group, String version, String kind) {
        return new ObjectRef(group, version, kind, "", "");
    }
}
