package io.fluxj.kube.kinds;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.kube.api.Meta;
import io.fluxj.kube.api.ResourceType;
import java.util.Map;
import java.util.Set;

/** Which kinds count the changes of what is wanted, and when the count goes up. */
public final class Generations {
    private static final Set<String> COUNTED = Set.of(
            "apps/Deployment",
            "apps/DaemonSet",
            "apps/ReplicaSet",
            "apps/StatefulSet",
            "batch/Job",
            "batch/CronJob",
            "/Pod",
            "/PodTemplate",
            "/ReplicationController",
            "networking.k8s.io/Ingress",
            "networking.k8s.io/IngressClass",
            "networking.k8s.io/NetworkPolicy",
            "policy/PodDisruptionBudget",
            "discovery.k8s.io/EndpointSlice",
            "scheduling.k8s.io/PriorityClass",
            "apiextensions.k8s.io/CustomResourceDefinition",
            "flowcontrol.apiserver.k8s.io/FlowSchema",
            "flowcontrol.apiserver.k8s.io/PriorityLevelConfiguration",
            "admissionregistration.k8s.io/ValidatingWebhookConfiguration",
            "admissionregistration.k8s.io/MutatingWebhookConfiguration",
            "admissionregistration.k8s.io/ValidatingAdmissionPolicy",
            "admissionregistration.k8s.io/MutatingAdmissionPolicy",
            "admissionregistration.k8s.io/ValidatingAdmissionPolicyBinding",
            "admissionregistration.k8s.io/MutatingAdmissionPolicyBinding");

    private Generations() {}

    /** Whether objects of the type carry a generation. */
    public static boolean counted(ResourceType type) {
        return type.isCustom() || COUNTED.contains(type.group() + "/" + type.kind());
    }

    /** Sets the first generation, or none. */
    public static void onCreate(ResourceType type, ObjectNode object) {
        if (counted(type)) {
            new Meta(object).node().put("generation", 1);
        } else {
            new Meta(object).node().remove("generation");
        }
    }

    /** Carries the generation over, one up when what is wanted changed. */
    public static void onUpdate(ResourceType type, ObjectNode live, ObjectNode next) {
        long generation = new Meta(live).generation();
        boolean up = counted(type) && changed(type, live, next);
        if (generation > 0 || up) {
            new Meta(next).node().put("generation", generation + (up ? 1 : 0));
        } else {
            new Meta(next).node().remove("generation");
        }
    }

    private static boolean changed(ResourceType type, ObjectNode live, ObjectNode next) {
        ObjectNode before = live.deepCopy();
        ObjectNode after = next.deepCopy();
        for (ObjectNode object : new ObjectNode[] {before, after}) {
            object.remove(java.util.List.of("metadata", "apiVersion", "kind"));
            if (type.hasStatus()) {
                object.remove("status");
            }
        }
        if (type.isCustom() || !type.schema().property("spec").isPresent()) {
            return !members(before).equals(members(after));
        }
        return !before.path("spec").equals(after.path("spec"));
    }

    private static Map<String, Object> members(ObjectNode object) {
        Map<String, Object> out = new java.util.TreeMap<>();
        object.properties().forEach(e -> out.put(e.getKey(), e.getValue()));
        return out;
    }
}
