package io.fluxj.kube.discovery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.kube.api.ResourceType;
import io.fluxj.kube.json.Nodes;
import java.util.List;

/** The columns of built-in kinds, after their names. */
final class BuiltInColumns {
    private BuiltInColumns() {}

    static List<Column> of(ResourceType type) {
        return switch (type.kind()) {
            case "Namespace" -> List.of(text("Status", "status", "phase"), Columns.age());
            case "ConfigMap" -> List.of(count("Data", o -> size(o, "data", "binaryData")), Columns.age());
            case "Secret" ->
                List.of(
                        Column.text("Type", 0, o -> o.path("type").asText()),
                        count("Data", o -> size(o, "data")),
                        Columns.age());
            case "Pod" -> WorkloadColumns.pod();
            case "Deployment" -> WorkloadColumns.deployment();
            case "ReplicaSet", "ReplicationController" -> WorkloadColumns.replicaSet();
            case "PodTemplate" -> WorkloadColumns.podTemplate();
            case "StatefulSet" -> WorkloadColumns.statefulSet();
            case "DaemonSet" -> WorkloadColumns.daemonSet();
            case "Job" -> WorkloadColumns.job();
            case "CronJob" -> WorkloadColumns.cronJob();
            case "Service" -> ServiceColumns.service();
            case "Ingress" -> ServiceColumns.ingress();
            case "ServiceAccount" -> List.of(Columns.age());
            case "Lease" -> List.of(text("Holder", "spec", "holderIdentity"), Columns.age());
            case "CustomResourceDefinition", "Role", "ClusterRole", "LimitRange" -> List.of(Columns.createdAt());
            case "RoleBinding", "ClusterRoleBinding" ->
                List.of(
                        Column.text(
                                "Role",
                                0,
                                o -> o.path("roleRef").path("kind").asText() + "/"
                                        + o.path("roleRef").path("name").asText()),
                        Columns.age(),
                        Column.text("Users", 1, o -> subjects(o, "User")),
                        Column.text("Groups", 1, o -> subjects(o, "Group")),
                        Column.text("ServiceAccounts", 1, o -> subjects(o, "ServiceAccount")));
            case "PersistentVolumeClaim" -> StorageColumns.claim();
            case "PersistentVolume" -> StorageColumns.volume();
            case "StorageClass" -> StorageColumns.storageClass();
            case "PodDisruptionBudget" -> PolicyColumns.disruptionBudget();
            case "NetworkPolicy" -> PolicyColumns.networkPolicy();
            case "ResourceQuota" -> PolicyColumns.quota();
            case "PriorityClass" -> PolicyColumns.priorityClass();
            case "HorizontalPodAutoscaler" -> PolicyColumns.autoscaler();
            case "ValidatingWebhookConfiguration", "MutatingWebhookConfiguration" -> PolicyColumns.webhooks();
            case "ValidatingAdmissionPolicy" -> PolicyColumns.admissionPolicy("Validations", "validations");
            case "MutatingAdmissionPolicy" -> PolicyColumns.admissionPolicy("Mutations", "mutations");
            case "ValidatingAdmissionPolicyBinding", "MutatingAdmissionPolicyBinding" ->
                PolicyColumns.admissionBinding();
            case "Endpoints" -> NetworkColumns.endpoints();
            case "EndpointSlice" -> NetworkColumns.endpointSlice();
            case "IngressClass" -> NetworkColumns.ingressClass();
            case "Node" -> NetworkColumns.node();
            case "RuntimeClass" ->
                List.of(Column.text("Handler", 0, o -> o.path("handler").asText()), Columns.age());
            default -> List.of(Columns.age());
        };
    }

    static Column text(String name, String parent, String field) {
        return Column.text(name, 0, o -> o.path(parent).path(field).asText(""));
    }

    /** A number in a column that is declared to hold text. */
    private static Column count(String name, java.util.function.Function<ObjectNode, JsonNode> value) {
        return new Column(name, "string", "", 0, value);
    }

    private static String subjects(ObjectNode binding, String kind) {
        List<String> out = new java.util.ArrayList<>();
        for (JsonNode subject : binding.path("subjects")) {
            if (subject.path("kind").asText().equals(kind)) {
                String namespace = subject.path("namespace").asText("");
                out.add((namespace.isEmpty() ? "" : namespace + "/")
                        + subject.path("name").asText());
            }
        }
        return String.join(", ", out);
    }

    private static JsonNode size(ObjectNode object, String... fields) {
        int size = 0;
        for (String field : fields) {
            size += object.path(field).size();
        }
        return Nodes.FACTORY.numberNode(size);
    }
}
