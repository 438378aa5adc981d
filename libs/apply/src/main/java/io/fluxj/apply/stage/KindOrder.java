package io.fluxj.apply.stage;

import io.fluxj.apply.ObjectRef;
import java.util.Comparator;
import java.util.List;

/** The order in which objects are applied, and the reverse of which is the order in which they are deleted. */
public final class KindOrder {
    private static final List<String> FIRST = List.of(
            "CustomResourceDefinition",
            "Namespace",
            "ClusterRole",
            "ClusterClass",
            "RuntimeClass",
            "PriorityClass",
            "StorageClass",
            "VolumeSnapshotClass",
            "IngressClass",
            "GatewayClass",
            "ClusterRoleBinding",
            "ResourceQuota",
            "ServiceAccount",
            "Role",
            "RoleBinding",
            "ConfigMap",
            "Secret",
            "Service",
            "LimitRange",
            "Deployment",
            "StatefulSet",
            "CronJob",
            "PodDisruptionBudget");
    private static final List<String> LAST = List.of("MutatingWebhookConfiguration", "ValidatingWebhookConfiguration");

    /** What others need comes first, then by group, kind, namespace and name. */
    public static final Comparator<ObjectRef> APPLY = Comparator.comparingInt((ObjectRef ref) -> rank(ref.kind()))
            .thenComparing(ObjectRef::group)
            .thenComparing(ObjectRef::kind)
            .thenComparing(ObjectRef::namespace)
            .thenComparing(ObjectRef::name);

    private KindOrder() {}

    private static int rank(String kind) {
        int first = FIRST.indexOf(kind);
        if (first >= 0) {
            return first;
        }
        return FIRST.size() + 1 + LAST.indexOf(kind);
    }
}
