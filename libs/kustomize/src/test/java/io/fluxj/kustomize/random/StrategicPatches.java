package io.fluxj.kustomize.random;

import static io.fluxj.kustomize.random.Values.list;
import static io.fluxj.kustomize.random.Values.map;
import static io.fluxj.kustomize.random.Values.mapAt;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Strategic merge patches for an object, most of which fit. */
final class StrategicPatches {

    private final Dice dice;
    private final Workloads workloads;

    StrategicPatches(Dice dice) {
        this.dice = dice;
        this.workloads = new Workloads(dice);
    }

    Map<String, Object> of(Map<String, Object> object) {
        Map<String, Object> metadata = map("name", Values.name(object));
        Map<String, Object> known = mapAt(object, "metadata");
        if (known.containsKey("namespace") && dice.chance(95)) {
            metadata.put("namespace", Values.textAt(known, "namespace"));
        }
        if (dice.chance(40)) {
            metadata.put(
                    dice.pick("labels", "annotations"),
                    dice.pick(map("new", OddScalars.text(dice)), map("app", Raw.NULL), map("app", "patched"), map()));
        }
        String kind = Values.textAt(object, "kind");
        Map<String, Object> patch =
                map("apiVersion", Values.textAt(object, "apiVersion"), "kind", kind, "metadata", metadata);
        if (dice.chance(4)) {
            patch.put("$patch", dice.pick("delete", "replace", "merge"));
        }
        body(patch, kind, object);
        return patch;
    }

    private void body(Map<String, Object> patch, String kind, Map<String, Object> object) {
        if (object.get("spec") instanceof Map<?, ?> spec && spec.get("template") instanceof Map) {
            patch.put("spec", workload());
            return;
        }
        switch (kind) {
            case "Service" -> patch.put("spec", service());
            case "ConfigMap", "Secret" -> patch.put("data", data());
            case "Widget" -> patch.put("spec", widget());
            case "Role" -> patch.put("rules", dice.pick(list(), list(map("verbs", list("z")))));
            case "ValidatingWebhookConfiguration" ->
                patch.put("webhooks", list(map("name", "a.b.c", "failurePolicy", "Ignore")));
            default -> {
                if (object.get("spec") instanceof Map) {
                    patch.put("spec", map("extra", OddScalars.any(dice)));
                }
            }
        }
    }

    private Object service() {
        return dice.pick(
                map("ports", list(map("port", dice.pick(80, 443, 99), "name", "patched"))),
                map("ports", list(map("port", 80, "protocol", "TCP", "nodePort", 30080))),
                map("selector", map("app", "y"), "ports", list()),
                map("selector", Raw.NULL));
    }

    private Object data() {
        return dice.pick(
                map("k", "patched", "nw", OddScalars.text(dice)),
                map("k", Raw.NULL),
                map(),
                map("$patch", "replace", "only", "x"),
                map("a", OddScalars.any(dice)));
    }

    private Object widget() {
        return dice.pick(
                map("size", 9),
                map("items", list(map("name", "a", "v", "p"))),
                map("items", Raw.NULL),
                map("map", map("k", Raw.NULL, "nw", OddScalars.any(dice))),
                map("items", list(map("name", "a", "$patch", "delete"))),
                map("$patch", "replace", "x", 1),
                map("ref", map("$patch", "delete")),
                map("odd", list(OddScalars.any(dice), map("a", Raw.NULL))));
    }

    private Map<String, Object> workload() {
        Map<String, Object> pods = map("containers", containers());
        if (dice.chance(15)) {
            pods.put("volumes", list(dice.pick(map("name", "v", "$patch", "delete"), workloads.volume())));
        }
        if (dice.chance(10)) {
            pods.put("nodeSelector", dice.pick(Raw.NULL, map("disk", Raw.NULL), map("$patch", "replace", "z", "y")));
        }
        if (dice.chance(10)) {
            pods.put("tolerations", list(map("key", "z")));
        }
        if (dice.chance(10)) {
            pods.put("initContainers", dice.pick(list(), Raw.NULL, list(workloads.container("init"))));
        }
        if (dice.chance(5)) {
            pods.put("$setElementOrder/containers", list(map("name", "main")));
        }
        Map<String, Object> spec = map("template", map("spec", pods));
        if (dice.chance(20)) {
            spec.put("replicas", dice.pick(5, Raw.NULL, "3"));
        }
        if (dice.chance(10)) {
            spec.put("strategy", map("$retainKeys", list("type"), "type", "Recreate", "rollingUpdate", Raw.NULL));
        }
        return spec;
    }

    private List<Object> containers() {
        List<Object> containers = new ArrayList<>();
        for (String name : dice.some(List.of("main", "side", "c", "new"), 1, 2)) {
            containers.add(container(name));
        }
        if (dice.chance(7)) {
            containers.add(map("$patch", "replace"));
        }
        return containers;
    }

    private Map<String, Object> container(String name) {
        Map<String, Object> container = map("name", name);
        if (dice.chance(50)) {
            container.put("image", dice.pick(Names.IMAGES));
        }
        if (dice.chance(40)) {
            container.put("env", list(workloads.variable()));
        }
        if (dice.chance(20)) {
            container.put("ports", list(map("containerPort", dice.pick(80, 443, 9090), "protocol", "TCP")));
        }
        if (dice.chance(20)) {
            container.put("args", dice.pick(list("n"), list(), Raw.NULL));
        }
        if (dice.chance(10)) {
            container.put("$patch", dice.pick("delete", "replace", "merge"));
        }
        if (dice.chance(10)) {
            container.put("volumeMounts", list(map("name", "v", "mountPath", dice.pick("/a", "/c"), "readOnly", true)));
        }
        if (dice.chance(10)) {
            container.put("resources", map("limits", map("cpu", Raw.NULL, "memory", "1Gi")));
        }
        return container;
    }
}
