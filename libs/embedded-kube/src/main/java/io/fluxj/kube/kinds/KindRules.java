package io.fluxj.kube.kinds;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.kube.api.ApiError.Cause;
import io.fluxj.kube.api.ResourceType;
import io.fluxj.kube.json.Nodes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Rules of single built-in kinds. */
final class KindRules {
    private static final String IMMUTABLE = "field is immutable";

    private static final int MAX_CRON_JOB = 52;

    private KindRules() {}

    static List<Cause> check(ResourceType type, ObjectNode object) {
        List<Cause> out = new ArrayList<>();
        JsonNode spec = object.path("spec");
        switch (type.kind()) {
            case "Deployment", "ReplicaSet", "DaemonSet", "StatefulSet" -> WorkloadRules.check(type, spec, out);
            case "Job" -> WorkloadRules.job(spec, "spec", out);
            case "CronJob" -> {
                WorkloadRules.cronJob(spec, out);
                cronJobName(object.path("metadata").path("name").asText(""), out);
            }
            case "ResourceQuota" -> PolicyRules.quota(spec, out);
            case "LimitRange" -> PolicyRules.limitRange(spec, out);
            case "Pod" -> PodRules.check(spec, "spec", Set.of("Always", "OnFailure", "Never"), out);
            case "PodTemplate" ->
                PodRules.template(object.path("template"), "template", Set.of("Always", "OnFailure", "Never"), out);
            case "Service" -> ServiceRules.check(spec, out);
            case "ConfigMap" -> ConfigRules.configMap(object, out);
            case "Secret" -> ConfigRules.secret(object, out);
            case "RoleBinding", "ClusterRoleBinding" -> ConfigRules.binding(type, object, out);
            case "Role", "ClusterRole" -> ConfigRules.role(object, out);
            case "Ingress" -> IngressRules.check(spec, out);
            case "IngressClass" -> IngressRules.ingressClass(spec, out);
            case "NetworkPolicy" -> NetworkPolicyRules.check(spec, out);
            case "PersistentVolumeClaim" -> StorageRules.claim(spec, out);
            case "PersistentVolume" -> StorageRules.volume(spec, out);
            case "StorageClass" -> StorageRules.storageClass(object, out);
            case "PodDisruptionBudget" -> PolicyRules.disruptionBudget(spec, out);
            case "PriorityClass" -> PolicyRules.priorityClass(object, out);
            case "HorizontalPodAutoscaler" -> PolicyRules.autoscaler(spec, out);
            case "ValidatingAdmissionPolicy" -> PolicyRules.admissionPolicy(spec, out);
            case "ValidatingWebhookConfiguration", "MutatingWebhookConfiguration" -> PolicyRules.webhooks(object, out);
            case "CustomResourceDefinition" -> CustomResourceRules.check(object, out);
            default -> {}
        }
        return out;
    }

    /** Names of its Jobs have eleven characters more. */
    private static void cronJobName(String name, List<Cause> out) {
        if (name.length() > MAX_CRON_JOB) {
            out.add(Rule.invalid("metadata.name", name, "must be no more than " + MAX_CRON_JOB + " characters"));
        }
    }

    static List<Cause> changes(ResourceType type, ObjectNode live, ObjectNode next) {
        List<Cause> out = new ArrayList<>();
        switch (type.kind()) {
            case "Deployment", "ReplicaSet", "DaemonSet" -> immutable(live, next, "spec.selector", out);
            case "StatefulSet" -> WorkloadRules.statefulSetChange(live.path("spec"), next.path("spec"), out);
            case "Job" -> WorkloadRules.jobChange(live.path("spec"), next.path("spec"), out);
            case "Pod" -> PodRules.change(live.path("spec"), next.path("spec"), out);
            case "Service" -> ServiceRules.change(live.path("spec"), next.path("spec"), out);
            case "ConfigMap", "Secret" -> ConfigRules.change(live, next, out);
            case "RoleBinding", "ClusterRoleBinding" -> roleRef(live, next, out);
            case "StorageClass" -> {
                immutable(live, next, "provisioner", out);
                for (String field : List.of("parameters", "reclaimPolicy", "volumeBindingMode")) {
                    if (!live.path(field).equals(next.path(field))) {
                        out.add(Rule.forbidden(field, "updates to " + field + " are forbidden."));
                    }
                }
            }
            case "PersistentVolumeClaim" -> ConfigRules.claimChange(live, next, out);
            case "IngressClass" -> immutable(live, next, "spec.controller", out);
            case "PriorityClass" -> {
                if (!live.path("value").equals(next.path("value"))) {
                    out.add(Rule.forbidden("value", "may not be changed in an update."));
                }
            }
            case "CustomResourceDefinition" -> CustomResourceRules.changes(live, next, out);
            default -> {}
        }
        return out;
    }

    private static void roleRef(ObjectNode live, ObjectNode next, List<Cause> out) {
        if (!live.path("roleRef").equals(next.path("roleRef"))) {
            JsonNode role = next.path("roleRef");
            ObjectNode shown = Nodes.object();
            shown.put("APIGroup", role.path("apiGroup").asText())
                    .put("Kind", role.path("kind").asText())
                    .put("Name", role.path("name").asText());
            out.add(Rule.invalid("roleRef", shown, "cannot change roleRef"));
        }
    }

    private static void immutable(ObjectNode live, ObjectNode next, String path, List<Cause> out) {
        JsonNode before = live;
        JsonNode after = next;
        for (String step : path.split("\\.", -1)) {
            before = before.path(step);
            after = after.path(step);
        }
        if (!before.equals(after)) {
            out.add(Rule.invalid(path, after, IMMUTABLE));
        }
    }
}
