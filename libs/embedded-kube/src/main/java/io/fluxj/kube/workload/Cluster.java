package io.fluxj.kube.workload;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.kube.api.ApiError;
import io.fluxj.kube.api.Key;
import io.fluxj.kube.api.Meta;
import io.fluxj.kube.api.ResourceType;
import io.fluxj.kube.json.Nodes;
import io.fluxj.kube.request.Core;
import io.fluxj.kube.request.DeleteOptions;
import io.fluxj.kube.request.Objects;
import io.fluxj.kube.request.Target;
import io.fluxj.kube.schema.ZeroValues;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads and writes objects as the controllers of a cluster do. */
final class Cluster {
    private static final String MANAGER = "kube-controller-manager";
    private static final Map<String, String> PLURALS = Map.ofEntries(
            Map.entry("Deployment", "apps/deployments"),
            Map.entry("ReplicaSet", "apps/replicasets"),
            Map.entry("StatefulSet", "apps/statefulsets"),
            Map.entry("DaemonSet", "apps/daemonsets"),
            Map.entry("Job", "batch/jobs"),
            Map.entry("Pod", "/pods"),
            Map.entry("PersistentVolumeClaim", "/persistentvolumeclaims"),
            Map.entry("PersistentVolume", "/persistentvolumes"),
            Map.entry("Service", "/services"),
            Map.entry("Endpoints", "/endpoints"),
            Map.entry("EndpointSlice", "discovery.k8s.io/endpointslices"),
            Map.entry("Node", "/nodes"));

    private final Core core;
    private final Objects objects;
    private final Map<String, ResourceType> types = new HashMap<>();

    Cluster(Core core, Objects objects) {
        this.core = core;
        this.objects = objects;
        PLURALS.forEach((kind, name) -> {
            String[] parts = name.split("/", 2);
            types.put(kind, core.catalog().find(parts[0], "v1", parts[1]).orElseThrow());
        });
    }

    private ResourceType type(String kind) {
        return Optional.ofNullable(types.get(kind)).orElseThrow(() -> new IllegalArgumentException(kind));
    }

    Optional<ObjectNode> find(String kind, Key key) {
        ResourceType type = type(kind);
        return core.store().get(type.stored(), key).map(stored -> objects.view(type, stored.object()));
    }

    /** The objects that the owner controls and that are not going away. */
    List<ObjectNode> controlled(String kind, ObjectNode owner) {
        ResourceType type = type(kind);
        Meta meta = new Meta(owner);
        return core.store().list(type.stored(), meta.namespace()).objects().stream()
                .map(stored -> objects.view(type, stored.object()))
                .filter(object -> !new Meta(object).deleting() && controls(meta.uid(), object))
                .toList();
    }

    private static boolean controls(String uid, ObjectNode object) {
        for (JsonNode reference : object.path("metadata").path("ownerReferences")) {
            if (reference.path("controller").asBoolean()
                    && reference.path("uid").asText().equals(uid)) {
                return true;
            }
        }
        return false;
    }

    /** Creates an object; false when there is one of that name. */
    boolean create(ObjectNode object) {
        Meta meta = new Meta(object);
        ResourceType type = type(object.path("kind").asText());
        try {
            objects.create(Target.internal(type, new Key(meta.namespace(), ""), "", MANAGER), object);
            return true;
        } catch (ApiError e) {
            if (e.reason().equals("AlreadyExists")) {
                return false;
            }
            throw e;
        }
    }

    List<ObjectNode> all(String kind) {
        return inNamespace(kind, "");
    }

    List<ObjectNode> inNamespace(String kind, String namespace) {
        ResourceType type = type(kind);
        return core.store().list(type.stored(), namespace).objects().stream()
                .map(stored -> objects.view(type, stored.object()))
                .toList();
    }

    /** A change of the status, whose fields the controller manager then owns. */
    void status(ObjectNode object, Consumer<ObjectNode> change) {
        ResourceType type = type(object.path("kind").asText());
        Key key = new Meta(object).key();
        if (objects.exists(type, key)) {
            objects.editOwned(Target.internal(type, key, "status", MANAGER), live -> {
                ObjectNode next = live.deepCopy();
                change.accept(Nodes.child(next, "status"));
                return next;
            });
        }
    }

    /** Writes an object that the controller manager owns altogether. */
    void put(Optional<ObjectNode> live, ObjectNode next) {
        if (live.isEmpty()) {
            create(next);
        } else if (!live.get().equals(next)) {
            ResourceType type = type(next.path("kind").asText());
            objects.editOwned(Target.internal(type, new Meta(next).key(), "", MANAGER), current -> {
                ObjectNode out = next.deepCopy();
                out.set("metadata", current.path("metadata").deepCopy());
                Nodes.child(out, "metadata")
                        .set("labels", next.path("metadata").path("labels").deepCopy());
                ZeroValues.normalize(type.schema(), out);
                return out;
            });
        }
    }

    void change(ObjectNode object, Consumer<ObjectNode> change) {
        edit(object, "", change);
    }

    /** A change of the spec, which counts as a new generation. */
    void respec(ObjectNode object, Consumer<ObjectNode> change) {
        edit(object, "", next -> {
            JsonNode before = next.path("spec").deepCopy();
            change.accept(Nodes.child(next, "spec"));
            if (!before.equals(next.path("spec"))) {
                Meta meta = new Meta(next);
                meta.node().put("generation", meta.generation() + 1);
            }
        });
    }

    private void edit(ObjectNode object, String subresource, Consumer<ObjectNode> change) {
        ResourceType type = type(object.path("kind").asText());
        Key key = new Meta(object).key();
        if (!objects.exists(type, key)) {
            return;
        }
        objects.editRaw(Target.internal(type, key, subresource, MANAGER), live -> {
            ObjectNode next = live.deepCopy();
            change.accept(next);
            ZeroValues.normalize(type.schema(), next);
            return next;
        });
    }

    void delete(ObjectNode object) {
        ResourceType type = type(object.path("kind").asText());
        try {
            objects.removal().delete(Target.internal(type, new Meta(object).key(), "", MANAGER), DeleteOptions.plain());
        } catch (ApiError e) {
            if (!e.reason().equals("NotFound")) {
                throw e;
            }
        }
    }
}
