package io.fluxj.kube.kinds;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.re2j.Pattern;
import io.fluxj.kube.api.ApiError.Cause;
import io.fluxj.kube.json.Nodes;
import io.fluxj.kube.schema.Quantity;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Rules of what limits, scales, orders and admits others. */
final class PolicyRules {
    private static final Pattern PERCENT = Pattern.compile("[0-9]+%");
    private static final Set<String> COUNTED = Set.of(
            "pods",
            "services",
            "services.loadbalancers",
            "services.nodeports",
            "replicationcontrollers",
            "resourcequotas",
            "secrets",
            "configmaps",
            "persistentvolumeclaims");
    private static final long MAX_PRIORITY = 1_000_000_000;
    private static final List<String> METRICS = List.of("ContainerResource", "External", "Object", "Pods", "Resource");

    private PolicyRules() {}

    static void disruptionBudget(JsonNode spec, List<Cause> out) {
        if (spec.has("minAvailable") && spec.has("maxUnavailable")) {
            ObjectNode shown = Nodes.object();
            shown.set("MinAvailable", spec.path("minAvailable"));
            shown.set("Selector", spec.has("selector") ? spec.path("selector") : Nodes.FACTORY.nullNode());
            shown.set("MaxUnavailable", spec.path("maxUnavailable"));
            shown.set(
                    "UnhealthyPodEvictionPolicy",
                    spec.has("unhealthyPodEvictionPolicy")
                            ? spec.path("unhealthyPodEvictionPolicy")
                            : Nodes.FACTORY.nullNode());
            out.add(Rule.invalid("spec", shown, "minAvailable and maxUnavailable cannot be both set"));
        }
        numberOrPercent(spec.path("minAvailable"), "spec.minAvailable", out);
        numberOrPercent(spec.path("maxUnavailable"), "spec.maxUnavailable", out);
        String eviction = spec.path("unhealthyPodEvictionPolicy").asText("AlwaysAllow");
        List<String> known = List.of("AlwaysAllow", "IfHealthyBudget");
        if (!known.contains(eviction)) {
            out.add(Rule.unsupported("spec.unhealthyPodEvictionPolicy", eviction, known));
        }
    }

    /** A number that is not negative, or a share of at most everything. */
    static void numberOrPercent(JsonNode value, String at, List<Cause> out) {
        if (value.isNumber() && value.asLong() < 0) {
            out.add(Rule.invalid(at, value, "must be greater than or equal to 0"));
        } else if (value.isTextual() && !PERCENT.matches(value.asText())) {
            out.add(Rule.invalid(
                    at,
                    value,
                    "a valid percent string must be a numeric string followed by an ending '%' (e.g. '1%',  or '93%',"
                            + " regex used for validation is '[0-9]+%')"));
        } else if (value.isTextual() && (value.asText().length() > 4 || percent(value) > 100)) {
            out.add(Rule.invalid(at, value, "must not be greater than 100%"));
        }
    }

    private static int percent(JsonNode value) {
        return Integer.parseInt(value.asText().replace("%", ""));
    }

    /** Whether it is nothing at all. */
    static boolean zero(JsonNode value) {
        return value.isNumber() ? value.asLong() == 0 : value.asText("").equals("0%");
    }

    static void quota(JsonNode spec, List<Cause> out) {
        for (Map.Entry<String, JsonNode> entry : spec.path("hard").properties()) {
            String at = "spec.hard[" + entry.getKey() + "]";
            BigDecimal value = Quantity.value(entry.getValue().asText()).orElse(BigDecimal.ZERO);
            boolean counted = COUNTED.contains(entry.getKey()) || entry.getKey().startsWith("count/");
            if (value.signum() < 0) {
                out.add(Rule.invalid(at, entry.getValue(), "must be greater than or equal to 0"));
            } else if (counted && value.stripTrailingZeros().scale() > 0) {
                out.add(Rule.invalid(at, entry.getValue(), "must be an integer"));
            }
        }
    }

    static void limitRange(JsonNode spec, List<Cause> out) {
        Set<String> types = new HashSet<>();
        int index = 0;
        for (ObjectNode limit : Fill.each(spec, "limits")) {
            String at = "spec.limits[" + index++ + "].";
            String type = limit.path("type").asText("");
            if (!types.add(type)) {
                out.add(Rule.duplicate(at + "type", limit.path("type")));
            }
            for (String field : List.of("default", "defaultRequest")) {
                if (type.equals("Pod") && !limit.path(field).isEmpty()) {
                    out.add(Rule.forbidden(at + field, "may not be specified when `type` is 'Pod'"));
                }
            }
        }
    }

    static void priorityClass(ObjectNode object, List<Cause> out) {
        String name = object.path("metadata").path("name").asText("");
        boolean known =
                Set.of("system-node-critical", "system-cluster-critical").contains(name);
        if (name.startsWith("system-") && !known) {
            out.add(Rule.forbidden(
                    "metadata.name",
                    "priority class names with 'system-' prefix are reserved for system use only. error: " + name
                            + " is not a known system priority class"));
        } else if (!known && object.path("value").asLong(0) > MAX_PRIORITY) {
            out.add(Rule.forbidden("value", "maximum allowed value of a user defined priority is " + MAX_PRIORITY));
        }
        String preemption = object.path("preemptionPolicy").asText("");
        List<String> policies = List.of("PreemptLowerPriority", "Never");
        if (!preemption.isEmpty() && !policies.contains(preemption)) {
            out.add(Rule.notOneOf("preemptionPolicy", preemption, policies));
        }
    }

    static void autoscaler(JsonNode spec, List<Cause> out) {
        long least = spec.path("minReplicas").asLong(1);
        long most = spec.path("maxReplicas").asLong(0);
        if (least < 1) {
            out.add(Rule.invalid("spec.minReplicas", spec.path("minReplicas"), "must be greater than or equal to 1"));
        }
        if (most < 1) {
            out.add(Rule.required("spec.maxReplicas", "must be set and greater than 0"));
        }
        if (most < least) {
            out.add(Rule.invalid(
                    "spec.maxReplicas",
                    Nodes.FACTORY.numberNode(most),
                    "must be greater than or equal to `minReplicas`"));
        }
        JsonNode target = spec.path("scaleTargetRef");
        for (String field : List.of("kind", "name")) {
            if (target.path(field).asText("").isEmpty()) {
                out.add(Rule.required("spec.scaleTargetRef." + field));
            }
        }
        if (target.path("apiVersion").asText("").isEmpty()) {
            out.add(Rule.invalid("spec.scaleTargetRef.apiVersion", "", "apiVersion must specify API group"));
        }
        int index = 0;
        for (ObjectNode metric : Fill.each(spec, "metrics")) {
            metric(metric, "spec.metrics[" + index++ + "]", out);
        }
        if (least == 0 && !scalesToZero(spec)) {
            out.add(Rule.forbidden(
                    "spec.metrics",
                    "must specify at least one Object or External metric to support scaling to zero replicas"));
        }
    }

    private static boolean scalesToZero(JsonNode spec) {
        for (JsonNode metric : spec.path("metrics")) {
            if (Set.of("Object", "External").contains(metric.path("type").asText())) {
                return true;
            }
        }
        return false;
    }

    private static void metric(ObjectNode metric, String at, List<Cause> out) {
        String type = metric.path("type").asText("");
        if (!METRICS.contains(type)) {
            out.add(Rule.unsupported(at + ".type", type, METRICS));
            out.add(Rule.unsupported(at + ".type", type, METRICS));
            return;
        }
        String field = Character.toLowerCase(type.charAt(0)) + type.substring(1);
        if (!metric.has(field)) {
            out.add(Rule.required(at + "." + field, "must populate information for the given metric source"));
            return;
        }
        JsonNode share = metric.path(field).path("target").path("averageUtilization");
        if (share.isNumber() && share.asLong() < 1) {
            out.add(Rule.invalid(at + "." + field + ".target.averageUtilization", share, "must be greater than 0"));
        }
    }

    static void admissionPolicy(JsonNode spec, List<Cause> out) {
        if (!spec.has("matchConstraints")) {
            out.add(Rule.required("spec.matchConstraints"));
        }
        if (spec.path("validations").isEmpty() && spec.path("auditAnnotations").isEmpty()) {
            for (String field : List.of("validations", "auditAnnotations")) {
                out.add(Rule.required(
                        "spec." + field, "validations or auditAnnotations must contain at least one item"));
            }
        }
    }

    static void webhooks(ObjectNode object, List<Cause> out) {
        int index = 0;
        for (ObjectNode webhook : Fill.each(object, "webhooks")) {
            String at = "webhooks[" + index++ + "].";
            String name = webhook.path("name").asText("");
            if (name.split("\\.", -1).length < 3) {
                out.add(Rule.invalid(
                        at + "name", name, "should be a domain with at least three segments separated by dots"));
            }
            if (webhook.path("admissionReviewVersions").isEmpty()) {
                out.add(Rule.required(at + "admissionReviewVersions", "must specify one of v1, v1beta1"));
            }
            if (webhook.path("sideEffects").asText("").isEmpty()) {
                out.add(Rule.required(at + "sideEffects", "must specify one of None, NoneOnDryRun"));
            }
            String url = webhook.path("clientConfig").path("url").asText("");
            int scheme = url.indexOf("://");
            if (scheme > 0 && !url.startsWith("https://")) {
                out.add(Rule.invalid(
                        at + "clientConfig.url",
                        url.substring(0, scheme),
                        "'https' is the only allowed URL scheme; desired format: https://host[/path]"));
            }
        }
    }
}
