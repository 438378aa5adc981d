package io.fluxj.kube.kinds;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.kube.api.ResourceType;
import java.util.Map;
import java.util.function.Consumer;

/** Which defaults a built-in kind has. Rules: the API reference of Kubernetes 1.36, checked against its server. */
public final class Defaults {
    private static final Map<String, Consumer<ObjectNode>> BY_KIND = Map.ofEntries(
            Map.entry("v1/Pod", o -> PodDefaults.pod(Fill.object(o, "spec"))),
            Map.entry("v1/PodTemplate", o -> PodDefaults.template(o.path("template"))),
            Map.entry("v1/ReplicationController", WorkloadDefaults::replicationController),
            Map.entry("apps/v1/Deployment", WorkloadDefaults::deployment),
            Map.entry("apps/v1/ReplicaSet", WorkloadDefaults::replicaSet),
            Map.entry("apps/v1/StatefulSet", WorkloadDefaults::statefulSet),
            Map.entry("apps/v1/DaemonSet", WorkloadDefaults::daemonSet),
            Map.entry("batch/v1/Job", WorkloadDefaults::job),
            Map.entry("batch/v1/CronJob", WorkloadDefaults::cronJob),
            Map.entry("v1/Service", NetworkDefaults::service),
            Map.entry("v1/Namespace", OtherDefaults::namespace),
            Map.entry("v1/Secret", OtherDefaults::secret),
            Map.entry("v1/PersistentVolumeClaim", WorkloadDefaults::persistentVolumeClaim),
            Map.entry("v1/PersistentVolume", OtherDefaults::persistentVolume),
            Map.entry("v1/Endpoints", NetworkDefaults::endpoints),
            Map.entry("v1/LimitRange", OtherDefaults::limitRange),
            Map.entry("networking.k8s.io/v1/NetworkPolicy", NetworkDefaults::networkPolicy),
            Map.entry("networking.k8s.io/v1/IngressClass", NetworkDefaults::ingressClass),
            Map.entry("autoscaling/v2/HorizontalPodAutoscaler", OtherDefaults::autoscalerV2),
            Map.entry("autoscaling/v1/HorizontalPodAutoscaler", OtherDefaults::autoscalerV1),
            Map.entry("rbac.authorization.k8s.io/v1/RoleBinding", OtherDefaults::binding),
            Map.entry("rbac.authorization.k8s.io/v1/ClusterRoleBinding", OtherDefaults::binding),
            Map.entry("storage.k8s.io/v1/StorageClass", OtherDefaults::storageClass),
            Map.entry("storage.k8s.io/v1/CSIDriver", OtherDefaults::csiDriver),
            Map.entry("scheduling.k8s.io/v1/PriorityClass", OtherDefaults::priorityClass),
            Map.entry("discovery.k8s.io/v1/EndpointSlice", NetworkDefaults::endpointSlice),
            Map.entry("flowcontrol.apiserver.k8s.io/v1/FlowSchema", OtherDefaults::flowSchema),
            Map.entry("apiextensions.k8s.io/v1/CustomResourceDefinition", OtherDefaults::customResourceDefinition),
            Map.entry(
                    "admissionregistration.k8s.io/v1/ValidatingWebhookConfiguration",
                    AdmissionDefaults::validatingWebhooks),
            Map.entry(
                    "admissionregistration.k8s.io/v1/MutatingWebhookConfiguration",
                    AdmissionDefaults::mutatingWebhooks),
            Map.entry("admissionregistration.k8s.io/v1/ValidatingAdmissionPolicy", AdmissionDefaults::admissionPolicy),
            Map.entry("admissionregistration.k8s.io/v1/MutatingAdmissionPolicy", AdmissionDefaults::admissionPolicy),
            Map.entry(
                    "admissionregistration.k8s.io/v1/ValidatingAdmissionPolicyBinding",
                    AdmissionDefaults::admissionPolicyBinding),
            Map.entry(
                    "admissionregistration.k8s.io/v1/MutatingAdmissionPolicyBinding",
                    AdmissionDefaults::admissionPolicyBinding));

    private Defaults() {}

    /** Fills in the defaults of the object's kind, in place. */
    public static void apply(ResourceType type, ObjectNode object) {
        Consumer<ObjectNode> defaults = BY_KIND.get(type.apiVersion() + "/" + type.kind());
        if (defaults != null) {
            defaults.accept(object);
        }
    }
}
