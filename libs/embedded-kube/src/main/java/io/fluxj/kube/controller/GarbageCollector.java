package io.fluxj.kube.controller;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.kube.api.ApiError;
import io.fluxj.kube.api.GroupVersion;
import io.fluxj.kube.api.Key;
import io.fluxj.kube.api.Meta;
import io.fluxj.kube.api.ResourceType;
import io.fluxj.kube.json.Nodes;
import io.fluxj.kube.queue.WorkQueue;
import io.fluxj.kube.request.Core;
import io.fluxj.kube.request.DeleteOptions;
import io.fluxj.kube.request.Objects;
import io.fluxj.kube.request.Target;
import io.fluxj.kube.store.Stored;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Removes what nobody owns any longer, and settles deletions that wait for what an object owns. */
final class GarbageCollector implements AutoCloseable {
    private static final String MANAGER = "kube-controller-manager";
    private static final String ORPHAN = "orphan";
    private static final String FOREGROUND = "foregroundDeletion";
    private static final Duration AGAIN = Duration.ofMillis(30);

    private final Core core;
    private final Objects objects;
    private final Map<String, Set<Node>> owned = new ConcurrentHashMap<>();
    private final WorkQueue<Node> queue = new WorkQueue<>("kube-garbage-collector", this::settle);

    GarbageCollector(Core core, Objects objects) {
        this.core = core;
        this.objects = objects;
    }

    /** One object, by its resource and key. */
    private record Node(ResourceType type, Key key) {}

    void stored(ResourceType type, ObjectNode object) {
        Meta meta = new Meta(object);
        Node node = new Node(type, meta.key());
        for (ObjectNode owner : meta.owners()) {
            owned.computeIfAbsent(owner.path("uid").asText(), u -> ConcurrentHashMap.newKeySet())
                    .add(node);
        }
        boolean held = meta.deleting()
                && (meta.finalizers().contains(ORPHAN) || meta.finalizers().contains(FOREGROUND));
        if (held || !meta.owners().isEmpty()) {
            queue.add(node);
        }
    }

    void removed(ObjectNode object) {
        Meta meta = new Meta(object);
        Set<Node> dependents = owned.remove(meta.uid());
        if (dependents != null) {
            dependents.forEach(queue::add);
        }
        for (ObjectNode owner : meta.owners()) {
            findOwner(owner, meta.namespace()).ifPresent(o -> queue.add(o));
        }
    }

    private Optional<Node> findOwner(ObjectNode owner, String namespace) {
        return core.catalog()
                .ofKind(
                        GroupVersion.parse(owner.path("apiVersion").asText()),
                        owner.path("kind").asText())
                .map(t -> new Node(
                        t,
                        new Key(
                                t.namespaced() ? namespace : "",
                                owner.path("name").asText())));
    }

    private void settle(Node node) {
        Optional<Stored> stored = core.store().get(node.type().stored(), node.key());
        if (stored.isEmpty()) {
            return;
        }
        ObjectNode object = stored.get().object();
        Meta meta = new Meta(object);
        if (meta.deleting() && meta.finalizers().contains(ORPHAN)) {
            orphan(node, meta);
        } else if (meta.deleting() && meta.finalizers().contains(FOREGROUND)) {
            foreground(node, meta);
        } else if (!meta.deleting()) {
            collect(node, meta);
        }
    }

    /** Deletes an object none of whose owners is there any longer. */
    private void collect(Node node, Meta meta) {
        List<ObjectNode> owners = meta.owners();
        List<ObjectNode> gone = owners.stream()
                .filter(owner -> !present(owner, meta.namespace()))
                .toList();
        List<ObjectNode> goingFirst = owners.stream()
                .filter(owner -> deletingInForeground(owner, meta.namespace()))
                .toList();
        if (owners.isEmpty()) {
            return;
        }
        if (gone.size() + goingFirst.size() < owners.size()) {
            if (!gone.isEmpty()) {
                removeReferences(
                        node, gone.stream().map(o -> o.path("uid").asText()).toList());
            }
            return;
        }
        delete(
                node,
                meta.uid(),
                goingFirst.isEmpty() ? DeleteOptions.Propagation.DEFAULT : DeleteOptions.Propagation.FOREGROUND);
    }

    private void delete(Node node, String uid, DeleteOptions.Propagation propagation) {
        boolean hasOwned = !owned.getOrDefault(uid, Set.of()).isEmpty();
        DeleteOptions.Propagation way = propagation == DeleteOptions.Propagation.FOREGROUND && !hasOwned
                ? DeleteOptions.Propagation.DEFAULT
                : propagation;
        try {
            objects.removal()
                    .delete(
                            Target.internal(node.type(), node.key(), "", MANAGER),
                            new DeleteOptions(uid, "", way, -1, false));
        } catch (ApiError e) {
            if (!e.reason().equals("NotFound") && !e.reason().equals("Conflict")) {
                throw e;
            }
        }
    }

    private boolean present(ObjectNode reference, String namespace) {
        return owner(reference, namespace).isPresent();
    }

    private boolean deletingInForeground(ObjectNode reference, String namespace) {
        return reference.path("blockOwnerDeletion").asBoolean()
                && owner(reference, namespace)
                        .filter(o -> o.deleting() && o.finalizers().contains(FOREGROUND))
                        .isPresent();
    }

    /** The owner, when it is the very object that the reference means. A kind that is not served may come back. */
    private Optional<Meta> owner(ObjectNode reference, String namespace) {
        Optional<Node> node = findOwner(reference, namespace);
        if (node.isEmpty()) {
            return Optional.of(new Meta(Nodes.object()));
        }
        return core.store()
                .get(node.get().type().stored(), node.get().key())
                .map(s -> new Meta(s.object()))
                .filter(m -> m.uid().equals(reference.path("uid").asText()));
    }

    private void orphan(Node node, Meta meta) {
        for (Node dependent : owned.getOrDefault(meta.uid(), Set.of())) {
            removeReferences(dependent, List.of(meta.uid()));
        }
        owned.remove(meta.uid());
        dropFinalizer(node, ORPHAN);
    }

    private void foreground(Node node, Meta meta) {
        List<Node> blocking = new ArrayList<>();
        for (Node dependent : owned.getOrDefault(meta.uid(), Set.of())) {
            core.store().get(dependent.type().stored(), dependent.key()).ifPresent(stored -> {
                boolean refers = new Meta(stored.object())
                        .owners().stream().anyMatch(o -> o.path("uid").asText().equals(meta.uid()));
                if (refers) {
                    queue.add(dependent);
                    if (blocks(new Meta(stored.object()), meta.uid())) {
                        blocking.add(dependent);
                    }
                }
            });
        }
        if (blocking.isEmpty()) {
            dropFinalizer(node, FOREGROUND);
        } else {
            queue.addAfter(node, AGAIN);
        }
    }

    private static boolean blocks(Meta dependent, String uid) {
        return dependent.owners().stream()
                .anyMatch(o -> o.path("uid").asText().equals(uid)
                        && o.path("blockOwnerDeletion").asBoolean());
    }

    private void removeReferences(Node node, List<String> uids) {
        edit(node, next -> {
            if (next.path("metadata").path("ownerReferences") instanceof ArrayNode list) {
                ArrayNode kept = Nodes.array();
                list.forEach(o -> {
                    if (!uids.contains(o.path("uid").asText())) {
                        kept.add(o);
                    }
                });
                if (kept.isEmpty()) {
                    new Meta(next).node().remove("ownerReferences");
                } else {
                    new Meta(next).node().set("ownerReferences", kept);
                }
            }
        });
    }

    private void dropFinalizer(Node node, String finalizer) {
        edit(node, next -> {
            Meta meta = new Meta(next);
            meta.finalizers(
                    meta.finalizers().stream().filter(f -> !f.equals(finalizer)).toList());
        });
    }

    private void edit(Node node, java.util.function.Consumer<ObjectNode> change) {
        try {
            objects.editRaw(Target.internal(node.type(), node.key(), "", MANAGER), live -> {
                ObjectNode next = live.deepCopy();
                change.accept(next);
                return next;
            });
        } catch (ApiError e) {
            if (!e.reason().equals("NotFound")) {
                throw e;
            }
        }
    }

    @Override
    public void close() {
        queue.close();
    }
}
