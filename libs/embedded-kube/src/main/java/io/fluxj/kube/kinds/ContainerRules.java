package io.fluxj.kube.kinds;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.kube.api.ApiError.Cause;
import io.fluxj.kube.schema.Quantity;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Rules of a container's environment, resources and probes. */
final class ContainerRules {
    private static final Set<String> RESOURCES = Set.of("cpu", "memory", "ephemeral-storage");
    private static final List<String> HANDLERS = List.of("exec", "httpGet", "tcpSocket", "grpc");

    private ContainerRules() {}

    static void check(ObjectNode container, String at, List<Cause> out) {
        int index = 0;
        for (ObjectNode variable : Fill.each(container, "env")) {
            variable(variable, at + ".env[" + index++ + "]", out);
        }
        probe(container.path("livenessProbe"), at + ".livenessProbe", true, out);
        probe(container.path("startupProbe"), at + ".startupProbe", true, out);
        probe(container.path("readinessProbe"), at + ".readinessProbe", false, out);
        resources(container.path("resources"), at + ".resources", out);
    }

    private static void variable(ObjectNode variable, String at, List<Cause> out) {
        if (variable.path("name").asText("").isEmpty()) {
            out.add(Rule.required(at + ".name"));
        }
        if (variable.has("valueFrom") && !variable.path("value").asText("").isEmpty()) {
            out.add(Rule.invalid(at + ".valueFrom", "", "may not be specified when `value` is not empty"));
        }
    }

    private static void probe(JsonNode probe, String at, boolean once, List<Cause> out) {
        if (!probe.isObject()) {
            return;
        }
        List<String> handlers = HANDLERS.stream().filter(probe::has).toList();
        if (handlers.isEmpty()) {
            out.add(Rule.required(at, "must specify a handler type"));
        }
        handlers.stream()
                .skip(1)
                .forEach(second ->
                        out.add(Rule.forbidden(at + "." + second, "may not specify more than 1 handler type")));
        for (String handler : List.of("httpGet", "tcpSocket")) {
            JsonNode port = probe.path(handler).path("port");
            if (port.isNumber() && (port.asLong() < 1 || port.asLong() > 65535)) {
                out.add(Rule.invalid(at + "." + handler + ".port", port, "must be between 1 and 65535, inclusive"));
            }
        }
        if (once && probe.path("successThreshold").asLong(1) != 1) {
            out.add(Rule.invalid(at + ".successThreshold", probe.path("successThreshold"), "must be 1"));
        }
    }

    private static void resources(JsonNode resources, String at, List<Cause> out) {
        for (String list : List.of("limits", "requests")) {
            for (Map.Entry<String, JsonNode> entry : resources.path(list).properties()) {
                amount(entry.getKey(), entry.getValue(), at + "." + list + "[" + entry.getKey() + "]", out);
            }
        }
        for (Map.Entry<String, JsonNode> entry : resources.path("requests").properties()) {
            JsonNode limit = resources.path("limits").path(entry.getKey());
            if (limit.isTextual() && value(entry.getValue()).compareTo(value(limit)) > 0) {
                out.add(Rule.invalid(
                        at + ".requests",
                        entry.getValue(),
                        "must be less than or equal to " + entry.getKey() + " limit of " + limit.asText()));
            }
        }
    }

    private static void amount(String name, JsonNode amount, String at, List<Cause> out) {
        if (!name.contains("/") && !RESOURCES.contains(name) && !name.startsWith("hugepages-")) {
            out.add(Rule.invalid(at, name, "must be a standard resource type or fully qualified"));
            out.add(Rule.invalid(at, name, "must be a standard resource for containers"));
        }
        if (value(amount).signum() < 0) {
            out.add(Rule.invalid(at, amount, "must be greater than or equal to 0"));
        }
    }

    private static BigDecimal value(JsonNode amount) {
        return Quantity.value(amount.asText()).orElse(BigDecimal.ZERO);
    }
}
