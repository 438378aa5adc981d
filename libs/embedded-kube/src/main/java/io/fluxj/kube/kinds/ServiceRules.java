package io.fluxj.kube.kinds;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.kube.api.ApiError.Cause;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Rules of Services and Ingresses. */
final class ServiceRules {
    private static final Set<String> TYPES = Set.of("ClusterIP", "ExternalName", "LoadBalancer", "NodePort");

    private ServiceRules() {}

    static void check(JsonNode spec, List<Cause> out) {
        String type = spec.path("type").asText();
        if (!TYPES.contains(type)) {
            out.add(Rule.unsupported("spec.type", type, TYPES.stream().toList()));
        }
        boolean headless = spec.path("clusterIP").asText().equals("None");
        if (type.equals("ExternalName")) {
            if (spec.path("externalName").asText("").isEmpty()) {
                out.add(Rule.required("spec.externalName"));
            }
        } else if (spec.path("ports").isEmpty() && !headless) {
            out.add(Rule.required("spec.ports"));
        }
        ports(spec, out);
    }

    private static void ports(JsonNode spec, List<Cause> out) {
        Set<String> names = new HashSet<>();
        Set<String> numbers = new HashSet<>();
        boolean several = spec.path("ports").size() > 1;
        int index = 0;
        for (ObjectNode port : Fill.each(spec, "ports")) {
            String at = "spec.ports[" + index++ + "]";
            String name = port.path("name").asText("");
            if (name.isEmpty() && several) {
                out.add(Rule.required(at + ".name"));
            } else if (!name.isEmpty() && !names.add(name)) {
                out.add(Rule.duplicate(at + ".name", port.path("name")));
            }
            long number = port.path("port").asLong(0);
            if (number < 1 || number > 65535) {
                out.add(Rule.invalid(at + ".port", port.path("port"), "must be between 1 and 65535, inclusive"));
            } else if (!numbers.add(number + "/" + port.path("protocol").asText())) {
                ObjectNode repeated = io.fluxj.kube.json.Nodes.object();
                repeated.set("port", port.path("port"));
                repeated.set("protocol", port.path("protocol"));
                out.add(Rule.duplicate(at, repeated));
            }
            JsonNode target = port.path("targetPort");
            if (target.isInt() && (target.asInt() < 1 || target.asInt() > 65535)) {
                out.add(Rule.invalid(at + ".targetPort", target, "must be between 1 and 65535, inclusive"));
            }
            String protocol = port.path("protocol").asText();
            if (!Set.of("TCP", "UDP", "SCTP").contains(protocol)) {
                out.add(Rule.unsupported(at + ".protocol", protocol, List.of("SCTP", "TCP", "UDP")));
            }
        }
    }

    static void change(JsonNode live, JsonNode next, List<Cause> out) {
        boolean external = live.path("type").asText().equals("ExternalName")
                || next.path("type").asText().equals("ExternalName");
        String before = live.path("clusterIP").asText("");
        if (!external
                && !before.isEmpty()
                && !before.equals(next.path("clusterIP").asText(""))) {
            out.add(Rule.invalid("spec.clusterIPs[0]", next.path("clusterIPs"), "may not change once set"));
        }
    }

    static void ingress(JsonNode spec, List<Cause> out) {
        if (spec.path("rules").isEmpty() && !spec.has("defaultBackend")) {
            out.add(Rule.invalid(
                    "spec",
                    io.fluxj.kube.json.Nodes.FACTORY.nullNode(),
                    "either `defaultBackend` or `rules` must be specified"));
        }
        int r = 0;
        for (ObjectNode rule : Fill.each(spec, "rules")) {
            int p = 0;
            for (ObjectNode path : Fill.each(rule.path("http"), "paths")) {
                String at = "spec.rules[" + r + "].http.paths[" + p++ + "]";
                if (path.path("pathType").asText("").isEmpty()) {
                    out.add(Rule.required(at + ".pathType", "pathType must be specified"));
                }
            }
            r++;
        }
    }
}
