package io.fluxj.kube.controller;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.kube.api.Key;
import io.fluxj.kube.api.Meta;
import io.fluxj.kube.api.ResourceType;
import io.fluxj.kube.json.Nodes;
import io.fluxj.kube.request.Objects;
import io.fluxj.kube.request.Target;
import java.util.Set;

/** Writes the status that a cluster with nodes would come to: every workload is as ready as its spec asks. Makes no Pods. */
final class ReadyWorkloads implements AutoCloseable {
    private static final Set<String> KINDS = Set.of("Deployment", "StatefulSet", "DaemonSet", "Job");

    private final Objects objects;
    private final WorkQueue<Workload> queue = new WorkQueue<>("kube-ready-workloads", this::write);

    private record Workload(ResourceType type, Key key) {}

    ReadyWorkloads(Objects objects) {
        this.objects = objects;
    }

    void stored(ResourceType type, ObjectNode object) {
        Meta meta = new Meta(object);
        if (KINDS.contains(type.kind()) && !meta.deleting()) {
            queue.add(new Workload(type, meta.key()));
        }
    }

    private void write(Workload workload) {
        if (!objects.exists(workload.type(), workload.key())) {
            return;
        }
        objects.editRaw(Target.internal(workload.type(), workload.key(), "status", "kube-controller-manager"), live -> {
            ObjectNode next = live.deepCopy();
            fill(workload.type().kind(), next, Nodes.child(next, "status"));
            return next.equals(live) ? live : next;
        });
    }

    private static void fill(String kind, ObjectNode object, ObjectNode status) {
        switch (kind) {
            case "Deployment" -> deployment(object, status);
            case "StatefulSet" -> statefulSet(object, status);
            case "DaemonSet" -> daemonSet(object, status);
            case "Job" -> job(object, status);
            default -> throw new IllegalArgumentException(kind);
        }
    }

    private static void deployment(ObjectNode object, ObjectNode status) {
        int replicas = replicas(object);
        observed(object, status);
        count(status, replicas, "replicas", "updatedReplicas", "readyReplicas", "availableReplicas");
        condition(status, "Available", "MinimumReplicasAvailable");
        condition(status, "Progressing", "NewReplicaSetAvailable");
    }

    private static void statefulSet(ObjectNode object, ObjectNode status) {
        observed(object, status);
        count(
                status,
                replicas(object),
                "replicas",
                "readyReplicas",
                "currentReplicas",
                "updatedReplicas",
                "availableReplicas");
        String revision = new Meta(object).name() + "-" + generation(object);
        status.put("currentRevision", revision).put("updateRevision", revision);
    }

    private static void daemonSet(ObjectNode object, ObjectNode status) {
        observed(object, status);
        count(
                status,
                1,
                "currentNumberScheduled",
                "desiredNumberScheduled",
                "updatedNumberScheduled",
                "numberReady",
                "numberAvailable");
        status.put("numberMisscheduled", 0);
    }

    private static void job(ObjectNode object, ObjectNode status) {
        if (object.path("spec").path("suspend").asBoolean()) {
            return;
        }
        count(status, object.path("spec").path("completions").asInt(1), "succeeded");
        for (String time : new String[] {"startTime", "completionTime"}) {
            if (!status.has(time)) {
                status.put(time, Meta.now());
            }
        }
        condition(status, "SuccessCriteriaMet", "CompletionsReached");
        condition(status, "Complete", "CompletionsReached");
    }

    private static int replicas(ObjectNode object) {
        return object.path("spec").path("replicas").asInt(1);
    }

    private static long generation(ObjectNode object) {
        return object.path("metadata").path("generation").asLong();
    }

    private static void observed(ObjectNode object, ObjectNode status) {
        status.put("observedGeneration", generation(object));
    }

    private static void count(ObjectNode status, int number, String... fields) {
        for (String field : fields) {
            status.put(field, number);
        }
    }

    private static void condition(ObjectNode status, String type, String reason) {
        ArrayNode conditions =
                status.get("conditions") instanceof ArrayNode present ? present : status.putArray("conditions");
        for (JsonNode condition : conditions) {
            if (condition.path("type").asText().equals(type)) {
                return;
            }
        }
        conditions
                .addObject()
                .put("lastTransitionTime", Meta.now())
                .put("lastUpdateTime", Meta.now())
                .put("message", "")
                .put("reason", reason)
                .put("status", "True")
                .put("type", type);
    }

    @Override
    public void close() {
        queue.close();
    }
}
