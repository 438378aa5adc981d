package io.fluxj.kube.kinds;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.kube.api.Meta;
import io.fluxj.kube.api.ResourceType;
import io.fluxj.kube.json.Nodes;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the server itself writes into an object of a built-in kind before it is checked and stored. */
public final class Preparation {
    private static final Set<String> KEEP_STATUS_ON_CREATE = Set.of("Namespace");

    private final Services services;

    /** Prepares Services with the given allocation. */
    public Preparation(Services services) {
        this.services = services;
    }

    /** Before an object is created. */
    public void create(ResourceType type, ObjectNode object, boolean dryRun) {
        Generations.onCreate(type, object);
        if (type.hasStatus() && !KEEP_STATUS_ON_CREATE.contains(type.kind())) {
            resetStatus(type, object);
        }
        if (type.isCustom()) {
            return;
        }
        switch (type.kind()) {
            case "Service" -> services.allocate(object, dryRun);
            case "Namespace" -> namespace(object);
            case "Job" -> job(object);
            case "Pod" -> pod(object);
            case "PersistentVolumeClaim" -> protect(object, "kubernetes.io/pvc-protection");
            case "PersistentVolume" -> protect(object, "kubernetes.io/pv-protection");
            case "DaemonSet" -> templateGeneration(object, 1);
            case "CustomResourceDefinition" -> storedVersions(object);
            default -> {}
        }
    }

    /** Before an object is replaced. */
    public void update(ResourceType type, ObjectNode live, ObjectNode next, boolean dryRun) {
        if (type.hasStatus()) {
            copy(live, next, "status");
        }
        if (!type.isCustom()) {
            switch (type.kind()) {
                case "Service" -> services.update(live, next, dryRun);
                case "Namespace" -> copySpec(live, next);
                case "Job" -> keepJobSelector(live, next);
                case "ServiceAccount" -> {}
                default -> {}
            }
        }
        Generations.onUpdate(type, live, next);
        if (type.kind().equals("DaemonSet") && !type.isCustom()) {
            templateGeneration(live, next);
        }
    }

    /** After an object was put back at the start. */
    public void restored(ResourceType type, ObjectNode object) {
        if (!type.isCustom() && type.kind().equals("Service")) {
            services.allocate(object.deepCopy(), false);
        }
    }

    /** Gives back what a removed object had. */
    public void removed(ResourceType type, ObjectNode object) {
        if (!type.isCustom() && type.kind().equals("Service")) {
            services.release(object);
        }
    }

    private static void resetStatus(ResourceType type, ObjectNode object) {
        object.remove("status");
        if (type.isCustom()) {
            return;
        }
        if (Set.of("Pod", "PersistentVolumeClaim", "PersistentVolume").contains(type.kind())) {
            object.putObject("status").put("phase", "Pending");
        }
        if (type.kind().equals("Pod")) {
            Nodes.child(object, "status").put("qosClass", QualityOfService.of(object));
        }
    }

    private static void copy(ObjectNode live, ObjectNode next, String field) {
        if (live.has(field)) {
            next.set(field, live.get(field).deepCopy());
        } else {
            next.remove(field);
        }
    }

    private static void copySpec(ObjectNode live, ObjectNode next) {
        copy(live, next, "spec");
    }

    private static void namespace(ObjectNode object) {
        OtherDefaults.namespace(object);
        Nodes.child(object, "status").put("phase", "Active");
        Nodes.child(object, "spec").putArray("finalizers").add("kubernetes");
    }

    private static void storedVersions(ObjectNode definition) {
        com.fasterxml.jackson.databind.node.ArrayNode stored =
                Nodes.child(definition, "status").putArray("storedVersions");
        for (JsonNode version : definition.path("spec").path("versions")) {
            if (version.path("storage").asBoolean()) {
                stored.add(version.path("name"));
            }
        }
    }

    private static void protect(ObjectNode object, String finalizer) {
        Meta meta = new Meta(object);
        List<String> finalizers = meta.finalizers();
        if (!finalizers.contains(finalizer)) {
            finalizers.add(finalizer);
            meta.finalizers(finalizers);
        }
    }

    private static void job(ObjectNode object) {
        ObjectNode spec = Nodes.child(object, "spec");
        if (spec.path("manualSelector").asBoolean(false)) {
            return;
        }
        Meta meta = new Meta(object);
        Map<String, String> labels = Map.of(
                "batch.kubernetes.io/controller-uid", meta.uid(),
                "batch.kubernetes.io/job-name", meta.name(),
                "controller-uid", meta.uid(),
                "job-name", meta.name());
        ObjectNode template = Nodes.child(Nodes.child(Nodes.child(spec, "template"), "metadata"), "labels");
        boolean sameLabels = meta.labels().isEmpty()
                || object.path("metadata").path("labels").equals(template);
        labels.forEach(template::put);
        if (sameLabels) {
            Nodes.child(object, "metadata").set("labels", template.deepCopy());
        }
        Nodes.child(Nodes.child(spec, "selector"), "matchLabels").put("batch.kubernetes.io/controller-uid", meta.uid());
    }

    private static void keepJobSelector(ObjectNode live, ObjectNode next) {
        ObjectNode spec = Nodes.child(next, "spec");
        JsonNode old = live.path("spec");
        if (Nodes.blank(spec.get("selector"))) {
            copy((ObjectNode) old, spec, "selector");
        }
        JsonNode oldLabels = old.path("template").path("metadata").path("labels");
        ObjectNode labels = Nodes.child(Nodes.child(Nodes.child(spec, "template"), "metadata"), "labels");
        for (String name : List.of(
                "batch.kubernetes.io/controller-uid", "batch.kubernetes.io/job-name", "controller-uid", "job-name")) {
            if (!labels.has(name) && oldLabels.has(name)) {
                labels.set(name, oldLabels.get(name));
            }
        }
    }

    private static void pod(ObjectNode object) {
        ObjectNode spec = Nodes.child(object, "spec");
        Fill.flag(spec, "enableServiceLinks", true);
        Fill.text(spec, "preemptionPolicy", "PreemptLowerPriority");
    }

    private static void templateGeneration(ObjectNode object, long generation) {
        Nodes.child(Nodes.child(object, "metadata"), "annotations")
                .put("deprecated.daemonset.template.generation", Long.toString(generation));
    }

    private static void templateGeneration(ObjectNode live, ObjectNode next) {
        String name = "deprecated.daemonset.template.generation";
        String old = live.path("metadata").path("annotations").path(name).asText("1");
        boolean changed =
                !live.path("spec").path("template").equals(next.path("spec").path("template"));
        long number = old.chars().allMatch(Character::isDigit) ? Long.parseLong(old) : 1;
        templateGeneration(next, changed ? number + 1 : number);
    }
}
