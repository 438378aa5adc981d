package io.fluxj.kube.controller;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.kube.api.ApiError;
import io.fluxj.kube.api.Key;
import io.fluxj.kube.api.Meta;
import io.fluxj.kube.api.ResourceName;
import io.fluxj.kube.api.ResourceType;
import io.fluxj.kube.crd.CustomTypes;
import io.fluxj.kube.json.Nodes;
import io.fluxj.kube.queue.WorkQueue;
import io.fluxj.kube.request.Core;
import io.fluxj.kube.request.DeleteOptions;
import io.fluxj.kube.request.Objects;
import io.fluxj.kube.request.Removal;
import io.fluxj.kube.request.Target;
import io.fluxj.kube.store.Stored;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Serves what CustomResourceDefinitions define, at once, and takes it away with all its objects. */
final class CustomResourceDefinitions implements AutoCloseable {
    private static final Duration AGAIN = Duration.ofMillis(20);

    private final Core core;
    private final Objects objects;
    private final ResourceType type;
    private final Map<ResourceName, JsonNode> served = new ConcurrentHashMap<>();
    private final WorkQueue<Key> removals = new WorkQueue<>("kube-crd-removal", this::remove);

    CustomResourceDefinitions(Core core, Objects objects) {
        this.core = core;
        this.objects = objects;
        this.type = core.catalog()
                .find("apiextensions.k8s.io", "v1", "customresourcedefinitions")
                .orElseThrow();
    }

    void stored(ObjectNode definition) {
        Meta meta = new Meta(definition);
        if (meta.deleting()) {
            removals.add(meta.key());
            return;
        }
        serve(definition);
        objects.editOwned(target(meta.key(), "status"), live -> established(live.deepCopy()));
    }

    /** Writes of the status change nothing that is served, so what was made of the schemas stays. */
    private void serve(ObjectNode definition) {
        served.compute(CustomTypes.name(definition), (name, before) -> {
            if (!definition.path("spec").equals(before)) {
                core.catalog().replace(name, CustomTypes.of(core.definitions(), definition));
            }
            return definition.path("spec");
        });
    }

    void removed(ObjectNode definition) {
        served.remove(CustomTypes.name(definition));
        core.catalog().replace(CustomTypes.name(definition), List.of());
    }

    private Target target(Key key, String subresource) {
        return Target.internal(type, key, subresource, "kube-apiserver");
    }

    private static ObjectNode established(ObjectNode definition) {
        JsonNode spec = definition.path("spec");
        ObjectNode status = Nodes.child(definition, "status");
        status.set("acceptedNames", spec.path("names").deepCopy());
        if (!(status.get("conditions") instanceof ArrayNode conditions) || conditions.isEmpty()) {
            ArrayNode fresh = status.putArray("conditions");
            condition(fresh, "NamesAccepted", "NoConflicts", "no conflicts found");
            condition(fresh, "Established", "InitialNamesAccepted", "the initial names have been accepted");
        }
        storedVersions(spec, status);
        return definition;
    }

    private static void condition(ArrayNode conditions, String type, String reason, String message) {
        conditions
                .addObject()
                .put("lastTransitionTime", Meta.now())
                .put("message", message)
                .put("reason", reason)
                .put("status", "True")
                .put("type", type);
    }

    private static void storedVersions(JsonNode spec, ObjectNode status) {
        ArrayNode stored =
                status.get("storedVersions") instanceof ArrayNode list ? list : status.putArray("storedVersions");
        for (JsonNode version : spec.path("versions")) {
            boolean known = false;
            for (JsonNode name : stored) {
                known |= name.equals(version.path("name"));
            }
            if (version.path("storage").asBoolean() && !known) {
                stored.add(version.path("name"));
            }
        }
    }

    private void remove(Key key) {
        Optional<Stored> definition = core.store().get(type.stored(), key);
        if (definition.isEmpty()) {
            return;
        }
        ObjectNode object = definition.get().object();
        List<ResourceType> versions = core.catalog().versions(CustomTypes.name(object));
        if (versions.isEmpty() || emptied(versions.getFirst())) {
            objects.editRaw(target(key, ""), live -> {
                ObjectNode next = live.deepCopy();
                Meta meta = new Meta(next);
                meta.finalizers(meta.finalizers().stream()
                        .filter(f -> !f.equals(Removal.DEFINITION_FINALIZER))
                        .toList());
                return next;
            });
        } else {
            removals.addAfter(key, AGAIN);
        }
    }

    private boolean emptied(ResourceType custom) {
        for (Stored stored : core.store().list(custom.stored(), "").objects()) {
            Meta meta = new Meta(stored.object());
            if (!meta.deleting()) {
                try {
                    objects.removal()
                            .delete(Target.internal(custom, meta.key(), "", "kube-apiserver"), DeleteOptions.plain());
                } catch (ApiError e) {
                    if (!e.reason().equals("NotFound")) {
                        throw e;
                    }
                }
            }
        }
        return core.store().list(custom.stored(), "").objects().isEmpty();
    }

    @Override
    public void close() {
        removals.close();
    }
}
