package io.fluxj.kube.kinds;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.kube.api.ApiError.Cause;
import io.fluxj.kube.json.Nodes;
import io.fluxj.kube.schema.Names;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Rules of Services. */
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
            String name = spec.path("externalName").asText("");
            if (name.isEmpty()) {
                out.add(Rule.required("spec.externalName"));
            } else {
                Names.subdomain(name.replaceAll("\\.$", ""))
                        .ifPresent(m -> out.add(Rule.invalid("spec.externalName", name, m)));
            }
        } else if (spec.path("ports").isEmpty() && !headless) {
            out.add(Rule.required("spec.ports"));
        }
        ports(spec, out);
        addresses(spec, type, out);
        reach(spec, type, out);
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
                out.add(Rule.duplicate(at, repeated(port)));
            }
            JsonNode target = port.path("targetPort");
            if (target.isInt() && (target.asInt() < 1 || target.asInt() > 65535)) {
                out.add(Rule.invalid(at + ".targetPort", target, "must be between 1 and 65535, inclusive"));
            }
            if (port.path("nodePort").asLong(0) != 0
                    && spec.path("type").asText().equals("ClusterIP")) {
                out.add(Rule.forbidden(at + ".nodePort", "may not be used when `type` is 'ClusterIP'"));
            }
            String protocol = port.path("protocol").asText();
            if (!Set.of("TCP", "UDP", "SCTP").contains(protocol)) {
                out.add(Rule.unsupported(at + ".protocol", protocol, List.of("SCTP", "TCP", "UDP")));
            }
        }
    }

    /** The port as the server holds it at that point. */
    private static ObjectNode repeated(ObjectNode port) {
        ObjectNode out = Nodes.object().put("Name", "");
        out.set("Protocol", port.path("protocol"));
        out.set("AppProtocol", Nodes.FACTORY.nullNode());
        out.set("Port", port.path("port"));
        return out.put("TargetPort", 0).put("NodePort", 0);
    }

    private static void addresses(JsonNode spec, String type, List<Cause> out) {
        String address = spec.path("clusterIP").asText("");
        if (address.equals("None") && Set.of("LoadBalancer", "NodePort").contains(type)) {
            out.add(Rule.invalid("spec.clusterIPs[0]", "None", "may not be set to 'None' for " + type + " services"));
        } else if (!address.isEmpty() && !address.equals("None")) {
            Addresses.checkIp("spec.clusterIPs[0]", address, out);
        }
        int index = 0;
        for (JsonNode external : spec.path("externalIPs")) {
            Addresses.checkIp("spec.externalIPs[" + index++ + "]", external.asText(), out);
        }
        index = 0;
        for (JsonNode range : spec.path("loadBalancerSourceRanges")) {
            Addresses.checkNetwork("spec.LoadBalancerSourceRanges[" + index++ + "]", range.asText(), out);
        }
    }

    private static void reach(JsonNode spec, String type, List<Cause> out) {
        String affinity = spec.path("sessionAffinity").asText("None");
        if (!Set.of("ClientIP", "None").contains(affinity)) {
            out.add(Rule.unsupported("spec.sessionAffinity", affinity, List.of("ClientIP", "None")));
        }
        boolean outside = Set.of("LoadBalancer", "NodePort").contains(type)
                || !spec.path("externalIPs").isEmpty();
        if (spec.has("externalTrafficPolicy") && !outside) {
            out.add(Rule.invalid(
                    "spec.externalTrafficPolicy",
                    spec.path("externalTrafficPolicy"),
                    "may only be set for externally-accessible services"));
        }
        if (spec.has("loadBalancerClass") && !type.equals("LoadBalancer")) {
            out.add(Rule.forbidden("spec.loadBalancerClass", "may only be used when `type` is 'LoadBalancer'"));
        }
        spec.path("selector").forEach(value -> Names.labelValue(value.asText())
                .ifPresent(m -> out.add(Rule.invalid("spec.selector", value, m))));
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
}
