package io.fluxj.kube.kinds;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.kube.json.Nodes;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** Defaults of the kinds that run no Pods. */
final class OtherDefaults {
    private static final String RBAC = "rbac.authorization.k8s.io";

    private OtherDefaults() {}

    static void service(ObjectNode object) {
        ObjectNode spec = Fill.object(object, "spec");
        Fill.text(spec, "sessionAffinity", "None");
        Fill.text(spec, "type", "ClusterIP");
        String type = spec.path("type").asText();
        if (spec.path("sessionAffinity").asText().equals("ClientIP")) {
            ObjectNode client = Fill.object(Fill.object(spec, "sessionAffinityConfig"), "clientIP");
            Fill.number(client, "timeoutSeconds", 10800);
        }
        if (!type.equals("ExternalName")) {
            Fill.text(spec, "internalTrafficPolicy", "Cluster");
        }
        boolean outside = type.equals("NodePort") || type.equals("LoadBalancer");
        if (outside || spec.path("externalIPs").size() > 0) {
            Fill.text(spec, "externalTrafficPolicy", "Cluster");
        }
        if (type.equals("LoadBalancer")) {
            Fill.flag(spec, "allocateLoadBalancerNodePorts", true);
        }
        for (ObjectNode port : Fill.each(spec, "ports")) {
            Fill.text(port, "protocol", "TCP");
            JsonNode target = port.get("targetPort");
            if (target == null || target.asText().isEmpty() || target.asText().equals("0")) {
                port.put("targetPort", port.path("port").asInt());
            }
        }
    }

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

    static void endpoints(ObjectNode object) {
        for (ObjectNode subset : Fill.each(object, "subsets")) {
            Fill.each(subset, "ports").forEach(port -> Fill.text(port, "protocol", "TCP"));
        }
    }

    static void networkPolicy(ObjectNode object) {
        ObjectNode spec = Fill.object(object, "spec");
        for (String direction : List.of("ingress", "egress")) {
            for (ObjectNode rule : Fill.each(spec, direction)) {
                Fill.each(rule, "ports").forEach(port -> Fill.text(port, "protocol", "TCP"));
            }
        }
        if (spec.path("policyTypes").isEmpty()) {
            ArrayNode types = spec.putArray("policyTypes").add("Ingress");
            if (spec.path("egress").size() > 0) {
                types.add("Egress");
            }
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

    static void validatingWebhooks(ObjectNode object) {
        Fill.each(object, "webhooks").forEach(OtherDefaults::webhook);
    }

    static void mutatingWebhooks(ObjectNode object) {
        for (ObjectNode webhook : Fill.each(object, "webhooks")) {
            webhook(webhook);
            Fill.text(webhook, "reinvocationPolicy", "Never");
        }
    }

    private static void webhook(ObjectNode webhook) {
        Fill.text(webhook, "failurePolicy", "Fail");
        Fill.text(webhook, "matchPolicy", "Equivalent");
        Fill.object(webhook, "namespaceSelector");
        Fill.object(webhook, "objectSelector");
        Fill.number(webhook, "timeoutSeconds", 10);
        Fill.each(webhook, "rules").forEach(rule -> Fill.text(rule, "scope", "*"));
        if (webhook.path("clientConfig").get("service") instanceof ObjectNode service) {
            Fill.number(service, "port", 443);
        }
    }

    static void admissionPolicy(ObjectNode object) {
        ObjectNode spec = Fill.object(object, "spec");
        Fill.text(spec, "failurePolicy", "Fail");
        if (spec.get("matchConstraints") instanceof ObjectNode match) {
            matchResources(match);
        }
    }

    static void admissionPolicyBinding(ObjectNode object) {
        if (object.path("spec").get("matchResources") instanceof ObjectNode match) {
            matchResources(match);
        }
    }

    private static void matchResources(ObjectNode match) {
        Fill.text(match, "matchPolicy", "Equivalent");
        Fill.object(match, "namespaceSelector");
        Fill.object(match, "objectSelector");
        Fill.each(match, "resourceRules").forEach(rule -> Fill.text(rule, "scope", "*"));
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

    static void ingressClass(ObjectNode object) {
        if (object.path("spec").get("parameters") instanceof ObjectNode parameters) {
            Fill.text(parameters, "scope", "Cluster");
        }
    }

    static void endpointSlice(ObjectNode object) {
        for (ObjectNode port : Fill.each(object, "ports")) {
            Fill.text(port, "protocol", "TCP");
            if (!port.has("name")) {
                port.put("name", "");
            }
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
