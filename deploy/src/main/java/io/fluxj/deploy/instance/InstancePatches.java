package io.fluxj.deploy.instance;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What an instance changes in the finished manifests: by its size and type of cluster, then by its own patches, then its labels and annotations.
 *
 * @param instance what is asked for
 */
record InstancePatches(FluxInstance instance) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CONTAINER = "/spec/template/spec/containers/0/";
    private static final String APPLIERS = "(kustomize-controller|helm-controller)";
    private static final Map<String, Object> DEPLOYMENTS = Map.of("kind", "Deployment");

    /** The fields of the kustomization over all. */
    Map<String, Object> fields() {
        List<Object> patches = new ArrayList<>();
        instance.cluster().size().ifPresent(size -> addSize(patches, size));
        if (instance.cluster().openShift()) {
            addOpenShift(patches);
        }
        instance.changes()
                .patches()
                .forEach(patch -> patches.add(JSON.convertValue(patch, new TypeReference<Map<String, Object>>() {})));
        patches.add(annotations());
        Map<String, String> labels = new TreeMap<>(instance.changes().labels());
        labels.putIfAbsent("app.kubernetes.io/managed-by", "fluxj");
        return Map.of("patches", patches, "labels", List.of(Map.of("pairs", labels)));
    }

    /** A Kustomization that still applies an installation of its own shall leave this one alone. */
    private Map<String, Object> annotations() {
        Map<String, String> all = new TreeMap<>(instance.changes().annotations());
        all.put("kustomize.toolkit.fluxcd.io/ssa", "Ignore");
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("apiVersion", "v1");
        object.put("kind", "Any");
        object.put("metadata", Map.of("name", "any", "annotations", all));
        return Map.of("target", Map.of("name", ".*"), "patch", written(object));
    }

    private static void addSize(List<Object> patches, Size size) {
        String limited = size == Size.SMALL ? ".*" : "(source-controller|kustomize-controller|helm-controller)";
        Size.Resources given = size.resources();
        Map<String, Object> resources = Map.of(
                "requests",
                Map.of("cpu", given.cpu(), "memory", given.memory()),
                "limits",
                Map.of("cpu", given.cpuLimit(), "memory", given.memoryLimit()));
        patches.add(on(limited, List.of(operation("replace", CONTAINER + "resources", resources))));
        patches.add(on(
                APPLIERS,
                List.of(
                        argument("--concurrent=" + size.concurrent()),
                        argument("--requeue-dependency=" + size.requeue()))));
        patches.add(on(
                "source-controller",
                List.of(
                        argument("--helm-cache-max-size=" + size.cache().helmIndexes()),
                        argument("--helm-cache-ttl=720m"),
                        argument("--helm-cache-purge-interval=60m"),
                        argument("--concurrent=" + size.cache().concurrent()))));
    }

    /** OpenShift chooses user and group, and refuses what names others. */
    private static void addOpenShift(List<Object> patches) {
        patches.add(on(
                ".*",
                List.of(
                        remove("/spec/template/spec/securityContext"),
                        remove(CONTAINER + "securityContext/seccompProfile"),
                        remove(CONTAINER + "securityContext/runAsNonRoot"))));
        patches.add(Map.of(
                "target",
                Map.of("kind", "Namespace"),
                "patch",
                written(List.of(
                        remove("/metadata/labels/pod-security.kubernetes.io~1warn"),
                        remove("/metadata/labels/pod-security.kubernetes.io~1warn-version")))));
    }

    private static Map<String, Object> on(String deployments, List<Object> operations) {
        Map<String, Object> target = new LinkedHashMap<>(DEPLOYMENTS);
        target.put("name", deployments);
        return Map.of("target", target, "patch", written(operations));
    }

    private static Object argument(String flag) {
        return operation("add", CONTAINER + "args/-", flag);
    }

    private static Object operation(String op, String path, Object value) {
        return Map.of("op", op, "path", path, "value", value);
    }

    private static Object remove(String path) {
        return Map.of("op", "remove", "path", path);
    }

    private static String written(Object value) {
        return JSON.valueToTree(value).toString();
    }
}
