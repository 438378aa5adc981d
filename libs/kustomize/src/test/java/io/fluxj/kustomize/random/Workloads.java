package io.fluxj.kustomize.random;

import static io.fluxj.kustomize.random.Values.list;
import static io.fluxj.kustomize.random.Values.map;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Objects with pods in them. */
final class Workloads {

    private final Dice dice;

    Workloads(Dice dice) {
        this.dice = dice;
    }

    Map<String, Object> apps(String kind) {
        Map<String, Object> spec = map("template", template());
        if (dice.chance(70)) {
            spec.put("selector", map("matchLabels", Names.labels(dice)));
        }
        if (!kind.equals("DaemonSet") && dice.chance(60)) {
            spec.put("replicas", dice.pick(1, 2, 3, 0));
        }
        if (dice.chance(10)) {
            spec.put("strategy", map("type", "RollingUpdate", "rollingUpdate", map("maxSurge", "25%")));
        }
        if (kind.equals("StatefulSet")) {
            spec.put("serviceName", dice.pick(Names.OBJECTS));
            spec.put("volumeClaimTemplates", list(claim()));
        }
        return map("apiVersion", "apps/v1", "kind", kind, "metadata", Names.metadata(dice), "spec", spec);
    }

    private Map<String, Object> claim() {
        return map(
                "metadata",
                map("name", "data"),
                "spec",
                map("accessModes", list("ReadWriteOnce"), "storageClassName", dice.pick(Names.OBJECTS)));
    }

    Map<String, Object> job(boolean periodic) {
        Map<String, Object> job = map("template", template());
        Map<String, Object> spec = periodic ? map("schedule", "0 0 * * *", "jobTemplate", map("spec", job)) : job;
        String kind = periodic ? "CronJob" : "Job";
        return map("apiVersion", "batch/v1", "kind", kind, "metadata", Names.metadata(dice), "spec", spec);
    }

    Map<String, Object> pod() {
        return map("apiVersion", "v1", "kind", "Pod", "metadata", Names.metadata(dice), "spec", podSpec());
    }

    Map<String, Object> template() {
        Map<String, Object> template = map();
        if (dice.chance(80)) {
            template.put("metadata", map("labels", Names.labels(dice)));
        }
        template.put("spec", podSpec());
        return template;
    }

    private Map<String, Object> podSpec() {
        List<Object> containers = new ArrayList<>();
        dice.some(Names.CONTAINERS, 1, 2).forEach(name -> containers.add(container(name)));
        Map<String, Object> spec = map("containers", containers);
        if (dice.chance(20)) {
            spec.put("initContainers", list(container("init")));
        }
        if (dice.chance(30)) {
            spec.put("serviceAccountName", dice.pick(Names.OBJECTS));
        }
        if (dice.chance(20)) {
            spec.put("imagePullSecrets", list(map("name", dice.pick(Names.OBJECTS))));
        }
        if (dice.chance(30)) {
            spec.put("volumes", list(volume()));
        }
        if (dice.chance(10)) {
            spec.put("nodeSelector", map("disk", "ssd"));
        }
        if (dice.chance(10)) {
            spec.put("tolerations", list(map("key", "a", "operator", "Exists")));
        }
        if (dice.chance(10)) {
            spec.put("topologySpreadConstraints", list(spread()));
        }
        return spec;
    }

    private Map<String, Object> spread() {
        return map("maxSkew", 1, "topologyKey", "z", "labelSelector", map("matchLabels", Names.labels(dice)));
    }

    Map<String, Object> volume() {
        String name = dice.pick(Names.REFERRED);
        return dice.pick(
                map("name", "v", "configMap", map("name", name)),
                map("name", "v", "secret", map("secretName", name)),
                map("name", "v", "emptyDir", map()),
                map("name", "w", "persistentVolumeClaim", map("claimName", name)),
                map("name", "p", "projected", map("sources", list(map("configMap", map("name", name))))));
    }

    Map<String, Object> container(String name) {
        Map<String, Object> container = map("name", name, "image", dice.pick(Names.IMAGES));
        if (dice.chance(50)) {
            container.put("env", list(variable()));
        }
        if (dice.chance(20)) {
            container.put("envFrom", list(map("configMapRef", map("name", dice.pick(Names.REFERRED)))));
        }
        if (dice.chance(40)) {
            container.put("ports", ports());
        }
        if (dice.chance(30)) {
            container.put("args", list(dice.pick("--a", "--x=$(VAR)", "run", "--long=" + "y".repeat(100))));
        }
        if (dice.chance(20)) {
            container.put("command", list("sh", "-c", script()));
        }
        if (dice.chance(20)) {
            container.put("volumeMounts", list(map("name", "v", "mountPath", dice.pick("/a", "/b"))));
        }
        if (dice.chance(20)) {
            Object cpu = dice.pick("100m", 1, new Raw("0.5"), "1");
            container.put("resources", map("limits", map("cpu", cpu, "memory", "64Mi")));
        }
        return container;
    }

    private String script() {
        return dice.pick("echo hi", "echo \"a\"\nexit 1\n", "set -e\n\techo tab\n", "a && b > c");
    }

    Map<String, Object> variable() {
        String name = dice.pick("A", "B", "C", "FOO");
        Object referred = map("name", dice.pick(Names.REFERRED), "key", "k");
        return dice.pick(
                map("name", name, "value", dice.pick("1", "x", "$(VAR)", "$(A) $(MISSING)", "$$(VAR)")),
                map("name", name, "value", OddScalars.text(dice)),
                map("name", name, "valueFrom", map("configMapKeyRef", referred)),
                map("name", name, "valueFrom", map("secretKeyRef", referred)));
    }

    private List<Object> ports() {
        List<Object> ports = new ArrayList<>();
        for (int port : dice.some(List.of(80, 443, 8080), 1, 2)) {
            ports.add(
                    dice.chance(50)
                            ? map("containerPort", port, "protocol", dice.pick("TCP", "UDP"))
                            : map("containerPort", port, "name", "p" + port));
        }
        return ports;
    }
}
