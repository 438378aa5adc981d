package io.fluxj.kustomize.random;

import static io.fluxj.kustomize.random.Values.list;
import static io.fluxj.kustomize.random.Values.map;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Objects of many kinds, with references to one another. */
final class Objects {

    private static final List<String> KINDS = List.of(
            "Deployment",
            "Deployment",
            "Deployment",
            "StatefulSet",
            "DaemonSet",
            "Job",
            "CronJob",
            "Pod",
            "Service",
            "Service",
            "ConfigMap",
            "ConfigMap",
            "ConfigMap",
            "Secret",
            "ServiceAccount",
            "Role",
            "RoleBinding",
            "ClusterRoleBinding",
            "Ingress",
            "HorizontalPodAutoscaler",
            "PodDisruptionBudget",
            "NetworkPolicy",
            "PersistentVolumeClaim",
            "CustomResourceDefinition",
            "Widget",
            "Widget",
            "Widget",
            "Namespace",
            "ValidatingWebhookConfiguration",
            "List",
            "Certificate",
            "Kustomization");

    private final Dice dice;
    private final Workloads workloads;

    Objects(Dice dice) {
        this.dice = dice;
        this.workloads = new Workloads(dice);
    }

    Map<String, Object> any() {
        return of(dice.pick(KINDS));
    }

    Map<String, Object> of(String kind) {
        return switch (kind) {
            case "Deployment", "StatefulSet", "DaemonSet" -> workloads.apps(kind);
            case "Job" -> workloads.job(false);
            case "CronJob" -> workloads.job(true);
            case "Pod" -> workloads.pod();
            case "Service" -> object("v1", kind, "spec", service());
            case "ConfigMap" -> object("v1", kind, "data", data());
            case "Secret" -> object("v1", kind, "data", map("k", "dg=="));
            case "ServiceAccount" -> object("v1", kind, "imagePullSecrets", list(map("name", referred())));
            case "Role" -> object("rbac.authorization.k8s.io/v1", kind, "rules", list(rule()));
            case "RoleBinding", "ClusterRoleBinding" -> binding(kind);
            case "Ingress" -> object("networking.k8s.io/v1", kind, "spec", ingress());
            case "HorizontalPodAutoscaler" -> object("autoscaling/v2", kind, "spec", scaling());
            case "PodDisruptionBudget" -> object("policy/v1", kind, "spec", budget());
            case "NetworkPolicy" -> object("networking.k8s.io/v1", kind, "spec", policy());
            case "PersistentVolumeClaim" -> object("v1", kind, "spec", map("storageClassName", referred()));
            case "CustomResourceDefinition" -> definition();
            case "Namespace" -> map("apiVersion", "v1", "kind", kind, "metadata", map("name", namespace()));
            case "ValidatingWebhookConfiguration" ->
                object("admissionregistration.k8s.io/v1", kind, "webhooks", hooks());
            case "List" -> map("apiVersion", "v1", "kind", kind, "items", list(of("ConfigMap"), of("Widget")));
            case "Certificate" -> object("cert-manager.io/v1", kind, "spec", certificate());
            case "Kustomization" -> object("kustomize.toolkit.fluxcd.io/v1", kind, "spec", source());
            default -> object("example.com/v1", kind, "spec", new Widgets(dice, workloads).spec());
        };
    }

    private Map<String, Object> object(String version, String kind, String field, Object value) {
        return map("apiVersion", version, "kind", kind, "metadata", Names.metadata(dice), field, value);
    }

    private String referred() {
        return dice.pick(Names.OBJECTS);
    }

    private String namespace() {
        return dice.pick(Names.NAMESPACES);
    }

    private Map<String, Object> service() {
        List<Object> ports = new ArrayList<>();
        for (int port : dice.some(List.of(80, 443, 53), 1, 2)) {
            ports.add(
                    dice.chance(50)
                            ? map("port", port, "targetPort", 8080, "protocol", "TCP")
                            : map("port", port, "name", "n" + port));
        }
        Map<String, Object> service = map("ports", ports);
        if (dice.chance(80)) {
            service.put("selector", Names.labels(dice));
        }
        return service;
    }

    private Map<String, Object> data() {
        Map<String, Object> data = map();
        List<String> keys =
                List.of("k", "a", "b", "file.txt", "k1", "k10", "k2", "A", "1", "true", "K_x", "yes", "null");
        dice.some(keys, 0, 5).forEach(key -> data.put(key, Names.text(dice, 60)));
        return data;
    }

    private Map<String, Object> rule() {
        Map<String, Object> rule = map("apiGroups", list(""), "resources", list("configmaps"), "verbs", list("get"));
        if (dice.chance(50)) {
            rule.put("resourceNames", new ArrayList<>(dice.some(Names.OBJECTS, 1, 3)));
        }
        return rule;
    }

    private Map<String, Object> binding(String kind) {
        List<Object> subjects = new ArrayList<>();
        for (int i = dice.below(3); i > 0; i--) {
            Map<String, Object> subject = map("kind", dice.pick("ServiceAccount", "ServiceAccount", "User", "Group"));
            subject.put("name", dice.pick("default", referred()));
            if (dice.chance(50)) {
                subject.put("namespace", namespace());
            }
            subjects.add(subject);
        }
        Map<String, Object> binding = object("rbac.authorization.k8s.io/v1", kind, "subjects", subjects);
        binding.put("roleRef", map("apiGroup", "rbac.authorization.k8s.io", "kind", "Role", "name", referred()));
        return binding;
    }

    private Map<String, Object> ingress() {
        Object backend = map("service", map("name", referred(), "port", map("number", 80)));
        Object path = map("path", "/", "pathType", "Prefix", "backend", backend);
        Object rule = map("host", dice.pick("a.b", "$(HOST)", "*.c"), "http", map("paths", list(path)));
        return map("tls", list(map("hosts", list("a.b"), "secretName", referred())), "rules", list(rule));
    }

    private Map<String, Object> scaling() {
        Object target =
                map("apiVersion", "apps/v1", "kind", dice.pick("Deployment", "StatefulSet"), "name", referred());
        return map("scaleTargetRef", target, "minReplicas", 1, "maxReplicas", 3);
    }

    private Map<String, Object> budget() {
        return map("minAvailable", dice.pick(1, "50%"), "selector", map("matchLabels", Names.labels(dice)));
    }

    private Map<String, Object> policy() {
        Object from = list(map("podSelector", map("matchLabels", Names.labels(dice))), map("namespaceSelector", map()));
        return map("podSelector", map(), "ingress", list(map("from", from)));
    }

    private Map<String, Object> definition() {
        Object client = map("service", map("name", referred(), "namespace", namespace()));
        Object version =
                map("name", "v1", "served", true, "storage", true, "schema", map("description", "d ".repeat(60)));
        return map(
                "apiVersion",
                "apiextensions.k8s.io/v1",
                "kind",
                "CustomResourceDefinition",
                "metadata",
                map("name", dice.pick("widgets.example.com", "gadgets.example.com")),
                "spec",
                map(
                        "scope",
                        dice.pick("Namespaced", "Cluster"),
                        "versions",
                        list(version),
                        "conversion",
                        map("strategy", "Webhook", "webhook", map("clientConfig", client))));
    }

    private List<Object> hooks() {
        List<Object> hooks = new ArrayList<>();
        dice.some(List.of("a.b.c", "d.e.f"), 1, 2)
                .forEach(name -> hooks.add(map(
                        "name",
                        name,
                        "clientConfig",
                        map("service", map("name", referred(), "namespace", namespace(), "path", "/x")))));
        return hooks;
    }

    private Map<String, Object> certificate() {
        Object issuer = map("name", referred(), "kind", dice.pick("Issuer", "ClusterIssuer"));
        return map("secretName", referred(), "dnsNames", list("$(A).$(B).svc", "x.y"), "issuerRef", issuer);
    }

    private Map<String, Object> source() {
        return map("path", "./a", "prune", true, "sourceRef", map("kind", "GitRepository", "name", referred()));
    }
}
