package io.fluxj.kube.kinds;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.kube.json.Nodes;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Defaults of the kinds that run no Pods. */
final class OtherDefaults {
    private static final String RBAC = "rbac.authorization.k8s.io";

    private OtherDefaults() {}

    static void namespace(ObjectNode object) {
        ObjectNode labels = Nodes.child(Nodes.child(object, "metadata"), "labels");
        String name = object.path("metadata").path("name").asText("");
        if (!name.isEmpty()) {
            labels.put("kubernetes.io/metadata.name", name);
        }
        Fill.text(Fill.object(object, "status"), "phase", "Active");
    }

    static void secret(ObjectNode object) {
        Fill.text(object, "type", "Opaque");
        encodeStringData(object);
    }

    private static void encodeStringData(ObjectNode secret) {
        if (!(secret.remove("stringData") instanceof ObjectNode texts)) {
            return;
        }
        ObjectNode data = Nodes.child(secret, "data");
        texts.properties()
                .forEach(e -> data.put(
                        e.getKey(),
                        Base64.getEncoder().encodeToString(e.getValue().asText().getBytes(StandardCharsets.UTF_8))));
    }

    static void persistentVolume(ObjectNode object) {
        ObjectNode spec = Fill.object(object, "spec");
        Fill.text(spec, "persistentVolumeReclaimPolicy", "Retain");
        Fill.text(spec, "volumeMode", "Filesystem");
        Fill.text(Fill.object(object, "status"), "phase", "Pending");
        if (spec.get("hostPath") instanceof ObjectNode path && !path.has("type")) {
            path.put("type", "");
        }
    }

    static void autoscalerV2(ObjectNode object) {
        ObjectNode spec = Fill.object(object, "spec");
        Fill.number(spec, "minReplicas", 1);
        if (spec.path("metrics").isEmpty()) {
            ObjectNode metric = spec.putArray("metrics").addObject().put("type", "Resource");
            metric.putObject("resource")
                    .put("name", "cpu")
                    .putObject("target")
                    .put("type", "Utilization")
                    .put("averageUtilization", 80);
        }
        if (spec.get("behavior") instanceof ObjectNode behavior) {
            scaling(Fill.object(behavior, "scaleUp"), true);
            scaling(Fill.object(behavior, "scaleDown"), false);
        }
    }

    private static void scaling(ObjectNode rules, boolean up) {
        Fill.text(rules, "selectPolicy", "Max");
        if (up) {
            Fill.number(rules, "stabilizationWindowSeconds", 0);
        }
        if (rules.path("policies").isEmpty()) {
            ArrayNode policies = rules.putArray("policies");
            if (up) {
                policies.addObject().put("type", "Pods").put("value", 4).put("periodSeconds", 15);
            }
            policies.addObject().put("type", "Percent").put("value", 100).put("periodSeconds", 15);
        }
    }

    static void autoscalerV1(ObjectNode object) {
        Fill.number(Fill.object(object, "spec"), "minReplicas", 1);
    }

    static void binding(ObjectNode object) {
        ObjectNode role = Fill.object(object, "roleRef");
        Fill.text(role, "apiGroup", RBAC);
        for (ObjectNode subject : Fill.each(object, "subjects")) {
            if (!subject.path("kind").asText().equals("ServiceAccount")) {
                Fill.text(subject, "apiGroup", RBAC);
            }
        }
    }

    static void storageClass(ObjectNode object) {
        Fill.text(object, "reclaimPolicy", "Delete");
        Fill.text(object, "volumeBindingMode", "Immediate");
    }

    static void priorityClass(ObjectNode object) {
        Fill.text(object, "preemptionPolicy", "PreemptLowerPriority");
    }

    static void csiDriver(ObjectNode object) {
        ObjectNode spec = Fill.object(object, "spec");
        Fill.flag(spec, "attachRequired", true);
        Fill.flag(spec, "podInfoOnMount", false);
        Fill.flag(spec, "storageCapacity", false);
        Fill.flag(spec, "requiresRepublish", false);
        Fill.flag(spec, "seLinuxMount", false);
        Fill.text(spec, "fsGroupPolicy", "ReadWriteOnceWithFSType");
        if (spec.path("volumeLifecycleModes").isEmpty()) {
            spec.putArray("volumeLifecycleModes").add("Persistent");
        }
    }

    static void customResourceDefinition(ObjectNode object) {
        ObjectNode spec = Fill.object(object, "spec");
        Fill.text(Fill.object(spec, "conversion"), "strategy", "None");
        ObjectNode names = Fill.object(spec, "names");
        String kind = names.path("kind").asText("");
        if (!kind.isEmpty()) {
            Fill.text(names, "singular", kind.toLowerCase(java.util.Locale.ROOT));
            Fill.text(names, "listKind", kind + "List");
        }
    }

    static void flowSchema(ObjectNode object) {
        Fill.positive(Fill.object(object, "spec"), "matchingPrecedence", 1000);
    }

    static void limitRange(ObjectNode object) {
        for (ObjectNode limit : Fill.each(object.path("spec"), "limits")) {
            if (limit.path("type").asText().equals("Container")) {
                copyMissing(limit, "max", "default");
                copyMissing(limit, "default", "defaultRequest");
                copyMissing(limit, "min", "defaultRequest");
            }
        }
    }

    private static void copyMissing(ObjectNode limit, String from, String to) {
        if (limit.path(from).size() > 0) {
            ObjectNode target = Fill.object(limit, to);
            limit.path(from).properties().forEach(e -> {
                if (!target.has(e.getKey())) {
                    target.set(e.getKey(), e.getValue());
                }
            });
        }
    }
}
