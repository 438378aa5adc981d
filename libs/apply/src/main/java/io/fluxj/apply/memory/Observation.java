package io.fluxj.apply.memory;

import io.fluxj.apply.ObjectRef;
import io.fluxj.apply.cluster.ApiException;
import io.fluxj.apply.cluster.Cluster;
import io.fluxj.apply.cluster.UnknownKindException;
import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** How the metadata of an owner's live objects looks now, where no watch tells: one list per kind and namespace. */
final class Observation {

    private Observation() {}

    /**
     * Looks at the kinds and namespaces of these objects. What cannot be listed is left unknown.
     *
     * @param labelSelector by which the owner's objects are found
     */
    static Map<ObjectRef, Look> of(Cluster cluster, Collection<ObjectRef> refs, String labelSelector) {
        Set<ObjectRef> collections = new LinkedHashSet<>();
        refs.forEach(
                ref -> collections.add(new ObjectRef(ref.group(), ref.version(), ref.kind(), ref.namespace(), "")));
        Map<ObjectRef, Look> found = new HashMap<>();
        for (ObjectRef collection : collections) {
            found.putAll(look(cluster, collection, labelSelector));
        }
        return found;
    }

    private static Map<ObjectRef, Look> look(Cluster cluster, ObjectRef collection, String labelSelector) {
        try {
            return MetadataList.read(collection, cluster.listMetadata(collection, labelSelector))
                    .looks();
        } catch (ApiException | UnknownKindException | IOException e) {
            // Any doubt costs no more than the dry-runs that would have been sent without a memory.
            return Map.of();
        }
    }
}
