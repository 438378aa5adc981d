package io.fluxj.kube.kinds;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.kube.api.ApiError.Cause;
import io.fluxj.kube.api.ResourceType;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Rules of the kinds that run Pods. */
final class WorkloadRules {
    private static final Set<String> CHANGEABLE = Set.of(
            "replicas",
            "ordinals",
            "template",
            "updateStrategy",
            "revisionHistoryLimit",
            "persistentVolumeClaimRetentionPolicy",
            "minReadySeconds");
    private static final Set<String> ALWAYS = Set.of("Always");

    private WorkloadRules() {}

    static void check(ResourceType type, JsonNode spec, List<Cause> out) {
        negative(spec, "replicas", out);
        negative(spec, "minReadySeconds", out);
        negative(spec, "revisionHistoryLimit", out);
        selector(type, spec, out);
        strategy(type, spec, out);
        UpdateRules.check(type.kind(), spec, out);
        PodRules.template(spec.path("template"), "spec.template", ALWAYS, out);
    }

    private static void negative(JsonNode spec, String field, List<Cause> out) {
        if (spec.path(field).asLong(0) < 0) {
            out.add(Rule.invalid("spec." + field, spec.path(field), "must be greater than or equal to 0"));
        }
    }

    private static void selector(ResourceType type, JsonNode spec, List<Cause> out) {
        JsonNode selector = spec.path("selector");
        if (selector.isMissingNode() || selector.isNull()) {
            if (!type.kind().equals("DaemonSet")) {
                out.add(Rule.required("spec.selector"));
            }
            JsonNode labels = spec.path("template").path("metadata").path("labels");
            out.add(mismatch(labels));
            return;
        }
        if (selector.isEmpty()) {
            out.add(Rule.invalid(
                    "spec.selector",
                    selector,
                    "empty selector is invalid for " + type.kind().toLowerCase(java.util.Locale.ROOT)));
            return;
        }
        JsonNode labels = spec.path("template").path("metadata").path("labels");
        for (Map.Entry<String, JsonNode> wanted : selector.path("matchLabels").properties()) {
            if (!wanted.getValue().equals(labels.path(wanted.getKey()))) {
                out.add(mismatch(labels));
                return;
            }
        }
    }

    private static Cause mismatch(JsonNode labels) {
        return Rule.invalid(
                "spec.template.metadata.labels",
                labels.isMissingNode() ? io.fluxj.kube.json.Nodes.FACTORY.nullNode() : labels,
                "`selector` does not match template `labels`");
    }

    private static void strategy(ResourceType type, JsonNode spec, List<Cause> out) {
        if (!type.kind().equals("Deployment")) {
            return;
        }
        JsonNode strategy = spec.path("strategy");
        String kind = strategy.path("type").asText();
        if (!Set.of("Recreate", "RollingUpdate").contains(kind)) {
            out.add(new Cause(
                    "FieldValueNotSupported",
                    "Unsupported value: {\"Type\":\"" + kind
                            + "\",\"RollingUpdate\":null}: supported values: \"Recreate\", \"RollingUpdate\"",
                    "spec.strategy"));
        } else if (kind.equals("Recreate") && strategy.has("rollingUpdate")) {
            out.add(Rule.forbidden(
                    "spec.strategy.rollingUpdate", "may not be specified when strategy `type` is 'Recreate'"));
        }
    }

    static void job(JsonNode spec, String path, List<Cause> out) {
        for (String field : List.of(
                "parallelism", "completions", "backoffLimit", "activeDeadlineSeconds", "ttlSecondsAfterFinished")) {
            if (spec.path(field).asLong(0) < 0) {
                out.add(Rule.invalid(path + "." + field, spec.path(field), "must be greater than or equal to 0"));
            }
        }
        String mode = spec.path("completionMode").asText("NonIndexed");
        if (!Set.of("NonIndexed", "Indexed").contains(mode)) {
            out.add(Rule.notOneOf(path + ".completionMode", mode, List.of("NonIndexed", "Indexed")));
        }
        JsonNode template = spec.path("template");
        String policy = template.path("spec").path("restartPolicy").asText("Always");
        PodRules.template(template, path + ".template", Set.of("Always", "OnFailure", "Never"), out);
        if (policy.equals("Always")) {
            out.add(new Cause(
                    "FieldValueRequired",
                    "Required value: valid values: \"OnFailure\", \"Never\"",
                    path + ".template.spec.restartPolicy"));
        }
    }

    static void cronJob(JsonNode spec, List<Cause> out) {
        String schedule = spec.path("schedule").asText("");
        if (schedule.isEmpty()) {
            out.add(Rule.required("spec.schedule"));
        } else if (schedule.contains("TZ=")) {
            out.add(Rule.invalid(
                    "spec.schedule", schedule, "cannot use TZ or CRON_TZ in schedule, use timeZone field instead"));
        } else if (!schedule.startsWith("@") && schedule.strip().split("\\s+", -1).length != 5) {
            out.add(Rule.invalid(
                    "spec.schedule",
                    schedule,
                    "expected exactly 5 fields, found " + schedule.strip().split("\\s+", -1).length + ": ["
                            + String.join(" ", schedule.strip().split("\\s+", -1)) + "]"));
        }
        for (String field :
                List.of("startingDeadlineSeconds", "successfulJobsHistoryLimit", "failedJobsHistoryLimit")) {
            negative(spec, field, out);
        }
        String concurrency = spec.path("concurrencyPolicy").asText("Allow");
        List<String> policies = List.of("Allow", "Forbid", "Replace");
        if (!policies.contains(concurrency)) {
            out.add(Rule.unsupported("spec.concurrencyPolicy", concurrency, policies));
        }
        String zone = spec.path("timeZone").asText("UTC");
        if (!java.time.ZoneId.getAvailableZoneIds().contains(zone)) {
            out.add(Rule.invalid("spec.timeZone", zone, "unknown time zone " + zone));
        }
        job(spec.path("jobTemplate").path("spec"), "spec.jobTemplate.spec", out);
    }

    static void statefulSetChange(JsonNode live, JsonNode next, List<Cause> out) {
        ObjectNode before = without(live);
        ObjectNode after = without(next);
        if (!before.equals(after)) {
            out.add(Rule.forbidden(
                    "spec",
                    "updates to statefulset spec for fields other than 'replicas', 'ordinals', 'template',"
                            + " 'updateStrategy', 'revisionHistoryLimit', 'persistentVolumeClaimRetentionPolicy' and"
                            + " 'minReadySeconds' are forbidden"));
        }
    }

    private static ObjectNode without(JsonNode spec) {
        ObjectNode out = spec instanceof ObjectNode object ? object.deepCopy() : io.fluxj.kube.json.Nodes.object();
        out.remove(CHANGEABLE);
        return out;
    }

    static void jobChange(JsonNode live, JsonNode next, List<Cause> out) {
        boolean suspended = live.path("suspend").asBoolean(false);
        for (String field :
                List.of("completions", "selector", "completionMode", "podFailurePolicy", "backoffLimitPerIndex")) {
            if (!live.path(field).equals(next.path(field))) {
                out.add(Rule.invalid("spec." + field, next.path(field), "field is immutable"));
            }
        }
        if (!suspended && !live.path("template").equals(next.path("template"))) {
            out.add(Rule.invalid("spec.template", next.path("template"), "field is immutable"));
        }
    }
}
