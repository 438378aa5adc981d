package io.fluxj.kube.kinds;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.kube.api.Meta;
import io.fluxj.kube.json.Nodes;

/** Defaults of the kinds that run Pods. */
final class WorkloadDefaults {
    private WorkloadDefaults() {}

    static void deployment(ObjectNode object) {
        ObjectNode spec = Fill.object(object, "spec");
        PodDefaults.template(spec.path("template"));
        Fill.number(spec, "replicas", 1);
        Fill.number(spec, "revisionHistoryLimit", 10);
        Fill.number(spec, "progressDeadlineSeconds", 600);
        ObjectNode strategy = Fill.object(spec, "strategy");
        Fill.text(strategy, "type", "RollingUpdate");
        if (strategy.path("type").asText().equals("RollingUpdate")) {
            ObjectNode rolling = Fill.object(strategy, "rollingUpdate");
            if (!rolling.has("maxUnavailable")) {
                rolling.put("maxUnavailable", "25%");
            }
            if (!rolling.has("maxSurge")) {
                rolling.put("maxSurge", "25%");
            }
        }
    }

    static void replicaSet(ObjectNode object) {
        ObjectNode spec = Fill.object(object, "spec");
        PodDefaults.template(spec.path("template"));
        Fill.number(spec, "replicas", 1);
    }

    static void replicationController(ObjectNode object) {
        ObjectNode spec = Fill.object(object, "spec");
        PodDefaults.template(spec.path("template"));
        Fill.number(spec, "replicas", 1);
        if (!spec.has("selector")
                && spec.path("template").path("metadata").path("labels").size() > 0) {
            spec.set(
                    "selector",
                    spec.path("template").path("metadata").path("labels").deepCopy());
        }
        JsonNode labels = spec.path("template").path("metadata").path("labels");
        if (new Meta(object).labels().isEmpty() && !labels.isEmpty()) {
            Nodes.child(object, "metadata").set("labels", labels.deepCopy());
        }
    }

    static void statefulSet(ObjectNode object) {
        ObjectNode spec = Fill.object(object, "spec");
        PodDefaults.template(spec.path("template"));
        Fill.text(spec, "podManagementPolicy", "OrderedReady");
        Fill.number(spec, "replicas", 1);
        Fill.number(spec, "revisionHistoryLimit", 10);
        ObjectNode strategy = Fill.object(spec, "updateStrategy");
        if (!strategy.has("type")) {
            strategy.put("type", "RollingUpdate");
            Fill.number(Fill.object(strategy, "rollingUpdate"), "partition", 0);
        } else if (strategy.get("rollingUpdate") instanceof ObjectNode rolling) {
            Fill.number(rolling, "partition", 0);
        }
        ObjectNode retention = Fill.object(spec, "persistentVolumeClaimRetentionPolicy");
        Fill.text(retention, "whenDeleted", "Retain");
        Fill.text(retention, "whenScaled", "Retain");
        for (ObjectNode claim : Fill.each(spec, "volumeClaimTemplates")) {
            Fill.text(claim, "apiVersion", "v1");
            Fill.text(claim, "kind", "PersistentVolumeClaim");
            persistentVolumeClaim(claim);
        }
    }

    static void daemonSet(ObjectNode object) {
        ObjectNode annotations = Fill.object(Fill.object(object, "metadata"), "annotations");
        Fill.text(annotations, "deprecated.daemonset.template.generation", "1");
        ObjectNode spec = Fill.object(object, "spec");
        PodDefaults.template(spec.path("template"));
        Fill.number(spec, "revisionHistoryLimit", 10);
        ObjectNode strategy = Fill.object(spec, "updateStrategy");
        Fill.text(strategy, "type", "RollingUpdate");
        if (strategy.path("type").asText().equals("RollingUpdate")) {
            ObjectNode rolling = Fill.object(strategy, "rollingUpdate");
            Fill.number(rolling, "maxUnavailable", 1);
            Fill.number(rolling, "maxSurge", 0);
        }
    }

    static void job(ObjectNode object) {
        ObjectNode spec = Fill.object(object, "spec");
        jobSpec(spec);
        Fill.text(spec, "completionMode", "NonIndexed");
        Fill.flag(spec, "suspend", false);
        Fill.flag(spec, "manualSelector", false);
        if (!spec.has("podReplacementPolicy")) {
            spec.put("podReplacementPolicy", spec.has("podFailurePolicy") ? "Failed" : "TerminatingOrFailed");
        }
        if (!spec.has("completions") && !spec.has("parallelism")) {
            spec.put("completions", 1);
        }
        Fill.number(spec, "parallelism", 1);
        Fill.number(spec, "backoffLimit", spec.has("backoffLimitPerIndex") ? Integer.MAX_VALUE : 6);
        if (new Meta(object).labels().isEmpty()
                && spec.path("template").path("metadata").path("labels").size() > 0) {
            new Meta(object)
                    .node()
                    .set(
                            "labels",
                            spec.path("template")
                                    .path("metadata")
                                    .path("labels")
                                    .deepCopy());
        }
    }

    private static void jobSpec(ObjectNode spec) {
        PodDefaults.template(spec.path("template"));
        for (ObjectNode rule : Fill.each(spec.path("podFailurePolicy"), "rules")) {
            Fill.each(rule, "onPodConditions").forEach(c -> Fill.text(c, "status", "True"));
        }
    }

    static void cronJob(ObjectNode object) {
        ObjectNode spec = Fill.object(object, "spec");
        Fill.text(spec, "concurrencyPolicy", "Allow");
        Fill.flag(spec, "suspend", false);
        Fill.number(spec, "successfulJobsHistoryLimit", 3);
        Fill.number(spec, "failedJobsHistoryLimit", 1);
        jobSpec(Fill.object(Fill.object(spec, "jobTemplate"), "spec"));
    }

    static void persistentVolumeClaim(ObjectNode object) {
        Fill.text(Fill.object(object, "spec"), "volumeMode", "Filesystem");
        Fill.text(Fill.object(object, "status"), "phase", "Pending");
    }
}
