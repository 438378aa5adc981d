package io.fluxj.kube.discovery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.kube.json.Nodes;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Columns of the kinds that run Pods. */
final class WorkloadColumns {
    private static final String NONE = "<none>";

    private WorkloadColumns() {}

    static List<Column> pod() {
        return List.of(
                Column.text(
                        "Ready",
                        0,
                        o -> ready(o) + "/" + o.path("spec").path("containers").size()),
                Column.text("Status", 0, WorkloadColumns::podStatus),
                Column.text("Restarts", 0, o -> Long.toString(restarts(o))),
                Columns.age(),
                Column.text("IP", 1, o -> o.path("status").path("podIP").asText(NONE)),
                Column.text("Node", 1, o -> o.path("spec").path("nodeName").asText(NONE)),
                Column.text("Nominated Node", 1, o -> NONE),
                Column.text("Readiness Gates", 1, o -> NONE));
    }

    private static String podStatus(ObjectNode pod) {
        if (pod.path("metadata").has("deletionTimestamp")) {
            return "Terminating";
        }
        String reason = pod.path("status").path("reason").asText("");
        return reason.isEmpty() ? completed(pod.path("status").path("phase").asText()) : reason;
    }

    private static String completed(String phase) {
        return phase.equals("Succeeded") ? "Completed" : phase.equals("Failed") ? "Error" : phase;
    }

    private static long ready(ObjectNode pod) {
        long ready = 0;
        for (JsonNode container : pod.path("status").path("containerStatuses")) {
            ready += container.path("ready").asBoolean() ? 1 : 0;
        }
        return ready;
    }

    private static long restarts(ObjectNode pod) {
        long restarts = 0;
        for (JsonNode container : pod.path("status").path("containerStatuses")) {
            restarts += container.path("restartCount").asLong();
        }
        return restarts;
    }

    static List<Column> deployment() {
        return List.of(
                Column.text(
                        "Ready",
                        0,
                        o -> status(o, "readyReplicas") + "/"
                                + o.path("spec").path("replicas").asInt(1)),
                new Column("Up-to-date", "string", "", 0, o -> number(o, "updatedReplicas")),
                new Column("Available", "string", "", 0, o -> number(o, "availableReplicas")),
                Columns.age(),
                containers(),
                images(),
                selector());
    }

    /** A number in a column that is declared to hold text. */
    private static JsonNode number(ObjectNode workload, String field) {
        return Nodes.FACTORY.numberNode(workload.path("status").path(field).asLong(0));
    }

    static List<Column> replicaSet() {
        return List.of(
                count("Desired", "spec", "replicas"),
                count("Current", "status", "replicas"),
                count("Ready", "status", "readyReplicas"),
                Columns.age(),
                containers(),
                images(),
                selector());
    }

    static List<Column> statefulSet() {
        return List.of(
                Column.text(
                        "Ready",
                        0,
                        o -> status(o, "readyReplicas") + "/"
                                + o.path("spec").path("replicas").asInt(1)),
                Columns.age(),
                containers(),
                images());
    }

    static List<Column> daemonSet() {
        return List.of(
                count("Desired", "status", "desiredNumberScheduled"),
                count("Current", "status", "currentNumberScheduled"),
                count("Ready", "status", "numberReady"),
                count("Up-to-date", "status", "updatedNumberScheduled"),
                count("Available", "status", "numberAvailable"),
                Column.text(
                        "Node Selector",
                        0,
                        o -> labels(o.path("spec").path("template").path("spec").path("nodeSelector"))),
                Columns.age(),
                containers(),
                images(),
                selector());
    }

    static List<Column> job() {
        return List.of(
                Column.text("Status", 0, WorkloadColumns::jobStatus),
                Column.text(
                        "Completions",
                        0,
                        o -> status(o, "succeeded") + "/"
                                + o.path("spec").path("completions").asInt(1)),
                Column.text("Duration", 0, WorkloadColumns::jobDuration),
                Columns.age(),
                containers(),
                images(),
                selector());
    }

    private static String jobStatus(ObjectNode job) {
        for (String type : List.of("Complete", "Failed", "Suspended", "FailureTarget", "SuccessCriteriaMet")) {
            for (JsonNode condition : job.path("status").path("conditions")) {
                if (condition.path("type").asText().equals(type)
                        && condition.path("status").asText().equals("True")) {
                    return type;
                }
            }
        }
        return job.path("spec").path("suspend").asBoolean() ? "Suspended" : "Running";
    }

    private static String jobDuration(ObjectNode job) {
        JsonNode status = job.path("status");
        try {
            Instant start = Instant.parse(status.path("startTime").asText());
            Instant end = status.has("completionTime")
                    ? Instant.parse(status.path("completionTime").asText())
                    : Instant.now();
            return Ages.shown(Duration.between(start, end));
        } catch (DateTimeException e) {
            return "";
        }
    }

    static List<Column> cronJob() {
        return List.of(
                Column.text("Schedule", 0, o -> o.path("spec").path("schedule").asText()),
                Column.text("Timezone", 0, o -> o.path("spec").path("timeZone").asText(NONE)),
                new Column(
                        "Suspend",
                        "boolean",
                        "",
                        0,
                        o -> Nodes.FACTORY.textNode(
                                o.path("spec").path("suspend").asBoolean() ? "True" : "False")),
                Column.number(
                        "Active",
                        0,
                        o -> Nodes.FACTORY.numberNode(
                                o.path("status").path("active").size())),
                Column.text(
                        "Last Schedule",
                        0,
                        o -> o.path("status").has("lastScheduleTime")
                                ? Ages.since(o.path("status")
                                        .path("lastScheduleTime")
                                        .asText())
                                : NONE),
                Columns.age(),
                Column.text("Containers", 1, o -> joined(jobTemplate(o), "name")),
                Column.text("Images", 1, o -> joined(jobTemplate(o), "image")),
                Column.text(
                        "Selector",
                        1,
                        o -> labels(jobTemplate(o).path("spec").path("selector").path("matchLabels"))));
    }

    private static JsonNode jobTemplate(ObjectNode cronJob) {
        return cronJob.path("spec").path("jobTemplate");
    }

    private static int status(ObjectNode object, String field) {
        return object.path("status").path(field).asInt(0);
    }

    private static Column count(String name, String parent, String field) {
        return Column.number(
                name,
                0,
                o -> Nodes.FACTORY.numberNode(o.path(parent).path(field).asInt(0)));
    }

    private static Column containers() {
        return Column.text("Containers", 1, o -> joined(o, "name"));
    }

    private static Column images() {
        return Column.text("Images", 1, o -> joined(o, "image"));
    }

    private static Column selector() {
        return Column.text("Selector", 1, o -> {
            JsonNode selector = o.path("spec").path("selector");
            return labels(selector.has("matchLabels") ? selector.path("matchLabels") : plain(selector));
        });
    }

    /** That of a replication controller has labels only. */
    private static JsonNode plain(JsonNode selector) {
        return selector.has("matchExpressions") ? Nodes.object() : selector;
    }

    static List<Column> podTemplate() {
        return List.of(
                Column.text("Containers", 0, o -> joined(o, "name")),
                Column.text("Images", 0, o -> joined(o, "image")),
                Column.text(
                        "Pod Labels",
                        0,
                        o -> labels(o.path("template").path("metadata").path("labels"))));
    }

    private static String joined(JsonNode object, String field) {
        List<String> out = new ArrayList<>();
        JsonNode template = object.has("template")
                ? object.path("template")
                : object.path("spec").path("template");
        template.path("spec")
                .path("containers")
                .forEach(c -> out.add(c.path(field).asText()));
        return String.join(",", out);
    }

    static String labels(JsonNode labels) {
        List<String> out = new ArrayList<>();
        labels.properties().forEach(e -> out.add(e.getKey() + "=" + e.getValue().asText()));
        return out.isEmpty() ? NONE : String.join(",", out);
    }
}
