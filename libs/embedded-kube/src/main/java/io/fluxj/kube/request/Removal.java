package io.fluxj.kube.request;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.kube.api.ApiError;
import io.fluxj.kube.api.Meta;
import io.fluxj.kube.api.ResourceName;
import io.fluxj.kube.api.ResourceType;
import io.fluxj.kube.json.Nodes;
import io.fluxj.kube.kinds.Generations;
import io.fluxj.kube.store.Stored;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Takes objects out: at once, or marked for deletion until their finalizers are gone. */
public final class Removal {
    private static final String ORPHAN = "orphan";
    /** Holds a definition until the objects that it defines are gone. */
    public static final String DEFINITION_FINALIZER = "customresourcecleanup.apiextensions.k8s.io";

    private static final String FOREGROUND = "foregroundDeletion";
    private static final Set<String> ANSWERED_WITH_OBJECT = Set.of(
            "Pod",
            "Service",
            "ServiceAccount",
            "PersistentVolumeClaim",
            "PersistentVolume",
            "ResourceQuota",
            "PodTemplate",
            "StorageClass",
            "CSIDriver",
            "CSINode",
            "VolumeAttachment");
    private static final int MAX_TRIES = 100;

    private final Core core;
    private final Objects objects;

    Removal(Core core, Objects objects) {
        this.core = core;
        this.objects = objects;
    }

    /** Whether nothing holds a deleted object any longer. */
    boolean mayGo(ResourceType type, ObjectNode object) {
        boolean held = type.kind().equals("Namespace")
                && !type.isCustom()
                && !object.path("spec").path("finalizers").isEmpty();
        return new Meta(object).finalizers().isEmpty() && !held;
    }

    /** Deletes an object; the answer is what the client gets. */
    public ObjectNode delete(Target target, DeleteOptions options) {
        for (int tries = 0; tries < MAX_TRIES; tries++) {
            Stored live = objects.find(target);
            Optional<ObjectNode> answer = tryDelete(target, options, live);
            if (answer.isPresent()) {
                return answer.get();
            }
        }
        throw ApiError.modified(target.type().name(), target.key().name());
    }

    private Optional<ObjectNode> tryDelete(Target target, DeleteOptions options, Stored live) {
        ResourceType type = target.type();
        checkPreconditions(target, options, live);
        ObjectNode next = objects.view(type, live.object()).deepCopy();
        mark(next, options);
        if (isDefinition(type) && !new Meta(next).deleting()) {
            holdForObjects(next);
        }
        if (mayGo(type, next)) {
            if (options.dryRun()) {
                return Optional.of(answer(type, next));
            }
            Optional<Stored> gone = core.store().remove(type.stored(), target.key(), live.revision());
            gone.ifPresent(g -> {
                core.preparation().removed(type, g.object());
                core.reactions().removed(type, g.object());
            });
            return gone.map(g -> answer(type, asRemoved(type, objects.view(type, g.object()))));
        }
        if (new Meta(next).deleting() && next.equals(objects.view(type, live.object()))) {
            return Optional.of(next);
        }
        if (!new Meta(next).deleting()) {
            startDeletion(type, next);
        }
        if (options.dryRun()) {
            return Optional.of(next);
        }
        Optional<Stored> stored =
                core.store().replace(type.stored(), target.key(), live.revision(), objects.storageForm(type, next));
        stored.ifPresent(s -> core.reactions().stored(type, s.object()));
        return stored.map(s -> objects.view(type, s.object()));
    }

    /** A Pod is removed in two steps, of which the second follows at once when no node runs it. */
    private static ObjectNode asRemoved(ResourceType type, ObjectNode gone) {
        if (type.isCustom() || !type.kind().equals("Pod")) {
            return gone;
        }
        ObjectNode out = gone.deepCopy();
        startDeletion(type, out);
        return out;
    }

    private static boolean isDefinition(ResourceType type) {
        return !type.isCustom() && type.kind().equals("CustomResourceDefinition");
    }

    /** A definition stays until the objects that it defines are gone. */
    private static void holdForObjects(ObjectNode definition) {
        Meta meta = new Meta(definition);
        List<String> finalizers = meta.finalizers();
        addOnce(finalizers, DEFINITION_FINALIZER);
        meta.finalizers(finalizers);
    }

    private static void startDeletion(ResourceType type, ObjectNode object) {
        Meta meta = new Meta(object);
        meta.node().put("deletionTimestamp", Meta.now());
        if (type.kind().equals("Namespace") && !type.isCustom()) {
            Nodes.child(object, "status").put("phase", "Terminating");
            return;
        }
        if (isDefinition(type)) {
            return;
        }
        meta.node().put("deletionGracePeriodSeconds", 0);
        if (Generations.counted(type) && meta.generation() > 0) {
            meta.node().put("generation", meta.generation() + 1);
        }
    }

    private static void mark(ObjectNode object, DeleteOptions options) {
        Meta meta = new Meta(object);
        List<String> finalizers = meta.finalizers();
        switch (options.propagation()) {
            case ORPHAN -> {
                finalizers.remove(FOREGROUND);
                addOnce(finalizers, ORPHAN);
            }
            case FOREGROUND -> {
                finalizers.remove(ORPHAN);
                addOnce(finalizers, FOREGROUND);
            }
            case BACKGROUND -> finalizers.removeAll(List.of(ORPHAN, FOREGROUND));
            case DEFAULT -> {}
        }
        meta.finalizers(finalizers);
    }

    private static void addOnce(List<String> finalizers, String finalizer) {
        if (!finalizers.contains(finalizer)) {
            finalizers.add(finalizer);
        }
    }

    private static void checkPreconditions(Target target, DeleteOptions options, Stored live) {
        Meta meta = new Meta(live.object());
        String kind = "";
        String wanted = "";
        String found = "";
        if (!options.uid().isEmpty() && !options.uid().equals(meta.uid())) {
            kind = "UID";
            wanted = options.uid();
            found = meta.uid();
        } else if (!options.resourceVersion().isEmpty()
                && !options.resourceVersion().equals(meta.resourceVersion())) {
            kind = "ResourceVersion";
            wanted = options.resourceVersion();
            found = meta.resourceVersion();
        }
        if (!kind.isEmpty()) {
            String what = target.type().isCustom()
                    ? target.type().plural()
                    : target.type().kind();
            throw ApiError.conflict(
                    new ResourceName(target.type().group(), what),
                    target.key().name(),
                    "the " + kind + " in the precondition (" + wanted + ") does not match the " + kind + " in record ("
                            + found + "). The object might have been "
                            + (kind.equals("UID") ? "deleted and then recreated" : "modified"));
        }
    }

    private static ObjectNode answer(ResourceType type, ObjectNode gone) {
        if (!type.isCustom() && ANSWERED_WITH_OBJECT.contains(type.kind())) {
            return gone;
        }
        Meta meta = new Meta(gone);
        ObjectNode status = Nodes.object();
        status.put("kind", "Status").put("apiVersion", "v1").putObject("metadata");
        ObjectNode details =
                status.put("status", "Success").putObject("details").put("name", meta.name());
        if (!type.group().isEmpty()) {
            details.put("group", type.group());
        }
        details.put("kind", type.plural()).put("uid", meta.uid());
        return status;
    }
}
