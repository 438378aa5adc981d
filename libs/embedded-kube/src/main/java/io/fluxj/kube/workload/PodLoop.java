package io.fluxj.kube.workload;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.kube.api.Meta;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Schedules Pods and lets them run; those of Jobs are done at once. */
final class PodLoop implements Workloads.Loop {
    private static final int BYTE = 256;

    private final Cluster cluster;
    private final AtomicInteger addresses = new AtomicInteger(1);

    PodLoop(Cluster cluster) {
        this.cluster = cluster;
    }

    @Override
    public Optional<Duration> bring(ObjectNode pod) {
        boolean gated = !pod.path("spec").path("schedulingGates").isEmpty();
        if (gated || !pod.path("status").path("phase").asText().equals("Pending")) {
            return Optional.empty();
        }
        PretendedNode.place(cluster, pod).ifPresent(node -> run(pod, node));
        return Optional.empty();
    }

    private void run(ObjectNode pod, String node) {
        cluster.change(pod, next -> {
            if (next.get("spec") instanceof ObjectNode spec) {
                spec.put("nodeName", node);
            }
        });
        boolean done = comesToAnEnd(pod);
        cluster.status(pod, status -> fill(pod, status, done));
    }

    /** What is not to run for ever is done at once: Pods of Jobs, tests of Helm releases, {@code kubectl run --restart=Never}. */
    private static boolean comesToAnEnd(ObjectNode pod) {
        return !pod.path("spec").path("restartPolicy").asText("Always").equals("Always");
    }

    private void fill(ObjectNode pod, ObjectNode status, boolean done) {
        String now = Meta.now();
        String uid = new Meta(pod).uid();
        status.put("phase", done ? "Succeeded" : "Running").put("startTime", now);
        String reason = done ? "PodCompleted" : "";
        condition(status, "PodReadyToStartContainers", !done, "");
        condition(status, "Initialized", true, reason);
        condition(status, "Ready", !done, reason);
        condition(status, "ContainersReady", !done, reason);
        condition(status, "PodScheduled", true, "");
        for (JsonNode gate : pod.path("spec").path("readinessGates")) {
            condition(status, gate.path("conditionType").asText(), true, "");
        }
        String address = address();
        status.put("hostIP", PretendedNode.ADDRESS).put("podIP", address);
        status.putArray("hostIPs").addObject().put("ip", PretendedNode.ADDRESS);
        status.putArray("podIPs").addObject().put("ip", address);
        containers(pod.path("spec").path("containers"), status.putArray("containerStatuses"), done, uid);
        if (!pod.path("spec").path("initContainers").isEmpty()) {
            ArrayNode prepared = status.putArray("initContainerStatuses");
            containers(pod.path("spec").path("initContainers"), prepared, true, uid);
            prepared.forEach(container -> ((ObjectNode) container).put("ready", true));
        }
    }

    private static void condition(ObjectNode status, String type, boolean holds, String reason) {
        Conditions.set(status, new Conditions.Condition(type, holds, reason, ""));
    }

    /** Sidecars among the init containers go on running. */
    private static void containers(JsonNode containers, ArrayNode out, boolean done, String uid) {
        String now = Meta.now();
        for (JsonNode container : containers) {
            boolean ended = done && !container.path("restartPolicy").asText().equals("Always");
            String name = container.path("name").asText();
            String id = "pretended://" + uid + "/" + name;
            ObjectNode entry = out.addObject()
                    .put("name", name)
                    .put("image", container.path("image").asText())
                    .put("imageID", container.path("image").asText())
                    .put("containerID", id)
                    .put("ready", !ended)
                    .put("restartCount", 0)
                    .put("started", !ended);
            entry.putObject("lastState");
            if (ended) {
                entry.putObject("state")
                        .putObject("terminated")
                        .put("containerID", id)
                        .put("exitCode", 0)
                        .put("reason", "Completed")
                        .put("startedAt", now)
                        .put("finishedAt", now);
            } else {
                entry.putObject("state").putObject("running").put("startedAt", now);
            }
        }
    }

    private String address() {
        int number = addresses.getAndIncrement();
        return "10.244." + (number / BYTE) % BYTE + "." + number % BYTE;
    }
}
