package io.fluxj.helm.manifest;

import io.fluxj.gotemplate.value.GoText;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The order of kinds. Kinds that Helm does not know come last, by their names. */
public final class KindOrder {
    public static final KindOrder INSTALL = new KindOrder(List.of(
            "PriorityClass",
            "Namespace",
            "NetworkPolicy",
            "ResourceQuota",
            "LimitRange",
            "PodSecurityPolicy",
            "PodDisruptionBudget",
            "ServiceAccount",
            "Secret",
            "SecretList",
            "ConfigMap",
            "StorageClass",
            "PersistentVolume",
            "PersistentVolumeClaim",
            "CustomResourceDefinition",
            "ClusterRole",
            "ClusterRoleList",
            "ClusterRoleBinding",
            "ClusterRoleBindingList",
            "Role",
            "RoleList",
            "RoleBinding",
            "RoleBindingList",
            "Service",
            "DaemonSet",
            "Pod",
            "ReplicationController",
            "ReplicaSet",
            "Deployment",
            "HorizontalPodAutoscaler",
            "StatefulSet",
            "Job",
            "CronJob",
            "IngressClass",
            "Ingress",
            "APIService",
            "MutatingWebhookConfiguration",
            "ValidatingWebhookConfiguration"));

    public static final KindOrder UNINSTALL = new KindOrder(List.of(
            "ValidatingWebhookConfiguration",
            "MutatingWebhookConfiguration",
            "APIService",
            "Ingress",
            "IngressClass",
            "Service",
            "CronJob",
            "Job",
            "StatefulSet",
            "HorizontalPodAutoscaler",
            "Deployment",
            "ReplicaSet",
            "ReplicationController",
            "Pod",
            "DaemonSet",
            "RoleBindingList",
            "RoleBinding",
            "RoleList",
            "Role",
            "ClusterRoleBindingList",
            "ClusterRoleBinding",
            "ClusterRoleList",
            "ClusterRole",
            "CustomResourceDefinition",
            "PersistentVolumeClaim",
            "PersistentVolume",
            "StorageClass",
            "ConfigMap",
            "SecretList",
            "Secret",
            "ServiceAccount",
            "PodDisruptionBudget",
            "PodSecurityPolicy",
            "LimitRange",
            "ResourceQuota",
            "NetworkPolicy",
            "Namespace",
            "PriorityClass"));

    private final Map<String, Integer> ranks = new HashMap<>();

    private KindOrder(List<String> kinds) {
        kinds.forEach(kind -> ranks.put(kind, ranks.size()));
    }

    /** Compares kinds. */
    public Comparator<String> comparator() {
        return Comparator.<String>comparingInt(kind -> ranks.getOrDefault(kind, Integer.MAX_VALUE))
                .thenComparing((left, right) -> ranks.containsKey(left) ? 0 : GoText.compare(left, right));
    }
}
