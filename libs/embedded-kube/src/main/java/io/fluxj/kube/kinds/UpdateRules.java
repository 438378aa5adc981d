package io.fluxj.kube.kinds;

import com.fasterxml.jackson.databind.JsonNode;
import io.fluxj.kube.api.ApiError.Cause;
import io.fluxj.kube.json.Nodes;
import java.util.List;
import java.util.Set;

/** Rules of how workloads replace their Pods. */
final class UpdateRules {
    private UpdateRules() {}

    static void check(String kind, JsonNode spec, List<Cause> out) {
        switch (kind) {
            case "Deployment" -> deployment(spec, out);
            case "StatefulSet" -> statefulSet(spec, out);
            case "DaemonSet" -> daemonSet(spec, out);
            default -> {}
        }
        JsonNode deadline = spec.path("template").path("spec").path("activeDeadlineSeconds");
        if (deadline.isNumber() && deadline.asLong() > 0 && kind.equals("Deployment")) {
            out.add(Rule.forbidden(
                    "spec.template.spec.activeDeadlineSeconds",
                    "activeDeadlineSeconds in ReplicaSet is not Supported"));
        }
    }

    private static void deployment(JsonNode spec, List<Cause> out) {
        JsonNode rolling = spec.path("strategy").path("rollingUpdate");
        PolicyRules.numberOrPercent(rolling.path("maxUnavailable"), at("strategy", "maxUnavailable"), out);
        surge(rolling.path("maxSurge"), out);
        if (PolicyRules.zero(rolling.path("maxSurge")) && PolicyRules.zero(rolling.path("maxUnavailable"))) {
            out.add(Rule.invalid(
                    at("strategy", "maxUnavailable"),
                    rolling.path("maxUnavailable"),
                    "may not be 0 when `maxSurge` is 0"));
        }
        JsonNode deadline = spec.path("progressDeadlineSeconds");
        if (deadline.isNumber()
                && deadline.asLong() <= spec.path("minReadySeconds").asLong(0)) {
            out.add(Rule.invalid("spec.progressDeadlineSeconds", deadline, "must be greater than minReadySeconds"));
        }
    }

    /** More than all may be surplus. */
    private static void surge(JsonNode value, List<Cause> out) {
        boolean large = value.isTextual() && value.asText().matches("[0-9]{1,9}%");
        if (!large) {
            PolicyRules.numberOrPercent(value, at("strategy", "maxSurge"), out);
        }
    }

    private static String at(String strategy, String field) {
        return "spec." + strategy + ".rollingUpdate." + field;
    }

    private static void statefulSet(JsonNode spec, List<Cause> out) {
        String policy = spec.path("podManagementPolicy").asText("OrderedReady");
        if (!Set.of("OrderedReady", "Parallel").contains(policy)) {
            out.add(Rule.invalid("spec.podManagementPolicy", policy, "must be 'OrderedReady' or 'Parallel'"));
        }
        String type = spec.path("updateStrategy").path("type").asText("RollingUpdate");
        JsonNode rolling = spec.path("updateStrategy").path("rollingUpdate");
        JsonNode partition = rolling.path("partition");
        if (!Set.of("RollingUpdate", "OnDelete").contains(type)) {
            out.add(new Cause(
                    "FieldValueInvalid",
                    "Invalid value: {\"Type\":\"" + type
                            + "\",\"RollingUpdate\":null}: must be 'RollingUpdate' or 'OnDelete'",
                    "spec.updateStrategy"));
        } else if (type.equals("OnDelete") && rolling.isObject()) {
            out.add(new Cause(
                    "FieldValueInvalid",
                    "Invalid value: {\"Partition\":" + (partition.isNumber() ? Nodes.text(partition) : "null")
                            + ",\"MaxUnavailable\":null}: only allowed for updateStrategy 'RollingUpdate'",
                    "spec.updateStrategy.rollingUpdate"));
        } else if (partition.asLong(0) < 0) {
            out.add(Rule.invalid(at("updateStrategy", "partition"), partition, "must be greater than or equal to 0"));
        }
    }

    private static void daemonSet(JsonNode spec, List<Cause> out) {
        String type = spec.path("updateStrategy").path("type").asText("RollingUpdate");
        JsonNode rolling = spec.path("updateStrategy").path("rollingUpdate");
        if (!Set.of("RollingUpdate", "OnDelete").contains(type)) {
            out.add(new Cause(
                    "FieldValueNotSupported",
                    "Unsupported value: {\"Type\":\"" + type
                            + "\",\"RollingUpdate\":null}: supported values: \"RollingUpdate\", \"OnDelete\"",
                    "spec.updateStrategy"));
        } else if (PolicyRules.zero(rolling.path("maxUnavailable"))
                && (PolicyRules.zero(rolling.path("maxSurge")) || !rolling.has("maxSurge"))) {
            out.add(Rule.required(at("updateStrategy", "maxUnavailable"), "cannot be 0 when maxSurge is 0"));
        }
    }
}
