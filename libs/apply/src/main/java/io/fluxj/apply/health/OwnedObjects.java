package io.fluxj.apply.health;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.apply.ObjectRef;
import io.fluxj.apply.cluster.ApiException;
import io.fluxj.apply.cluster.Cluster;
import io.fluxj.apply.cluster.UnknownKindException;
import io.fluxj.apply.live.LiveView;
import io.fluxj.apply.live.Sighting;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads many objects of one owner by few requests. */
final class OwnedObjects {
    /** From so many objects of one kind and namespace on, a list is cheaper than a read of each. */
    private static final int WORTH_A_LIST = 3;

    /** Kinds that are current as soon as they are there: what they hold, secrets among it, need not be read. */
    private static final Set<String> EXISTENCE_IS_ENOUGH = Set.of("ConfigMap", "Secret");

    private OwnedObjects() {}

    /** Shows the view what a list by labels finds; what it does not find the view looks for itself. */
    static void read(Cluster cluster, List<ObjectRef> refs, String labelSelector, LiveView view) {
        if (labelSelector.isEmpty()) {
            return;
        }
        Map<ObjectRef, List<ObjectRef>> collections = refs.stream()
                .collect(Collectors.groupingBy(
                        ref -> new ObjectRef(ref.group(), ref.version(), ref.kind(), ref.namespace(), "")));
        collections.forEach((collection, members) -> {
            if (members.size() >= WORTH_A_LIST) {
                list(cluster, collection, labelSelector, view);
            }
        });
    }

    private static JsonNode items(Cluster cluster, ObjectRef collection, String labelSelector) {
        JsonNode list = EXISTENCE_IS_ENOUGH.contains(collection.groupKind())
                ? cluster.listMetadataTree(collection, labelSelector)
                : cluster.list(collection, labelSelector);
        return list.path("items");
    }

    private static void list(Cluster cluster, ObjectRef collection, String labelSelector, LiveView view) {
        try {
            for (JsonNode item : items(cluster, collection, labelSelector)) {
                if (item instanceof ObjectNode object) {
                    object.put("apiVersion", collection.apiVersion()).put("kind", collection.kind());
                    view.saw(ObjectRef.of(object), new Sighting.Present(object));
                }
            }
        } catch (ApiException | UnknownKindException e) {
            // Reading one by one finds out what is wrong, per object.
        }
    }
}
