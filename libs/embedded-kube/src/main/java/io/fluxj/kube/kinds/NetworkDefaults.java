package io.fluxj.kube.kinds;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Defaults of Services, endpoints, ingress classes and network policies. */
final class NetworkDefaults {
    private NetworkDefaults() {}

    static void service(ObjectNode object) {
        ObjectNode spec = Fill.object(object, "spec");
        Fill.text(spec, "sessionAffinity", "None");
        Fill.text(spec, "type", "ClusterIP");
        String type = spec.path("type").asText();
        if (spec.path("sessionAffinity").asText().equals("ClientIP")) {
            ObjectNode client = Fill.object(Fill.object(spec, "sessionAffinityConfig"), "clientIP");
            Fill.number(client, "timeoutSeconds", 10800);
        }
        if (!type.equals("ExternalName")) {
            Fill.text(spec, "internalTrafficPolicy", "Cluster");
        }
        boolean outside = type.equals("NodePort") || type.equals("LoadBalancer");
        if (outside || spec.path("externalIPs").size() > 0) {
            Fill.text(spec, "externalTrafficPolicy", "Cluster");
        }
        if (type.equals("LoadBalancer")) {
            Fill.flag(spec, "allocateLoadBalancerNodePorts", true);
        }
        for (ObjectNode port : Fill.each(spec, "ports")) {
            Fill.text(port, "protocol", "TCP");
            JsonNode target = port.get("targetPort");
            if (target == null || target.asText().isEmpty() || target.asText().equals("0")) {
                port.put("targetPort", port.path("port").asInt());
            }
        }
    }

    static void endpoints(ObjectNode object) {
        for (ObjectNode subset : Fill.each(object, "subsets")) {
            Fill.each(subset, "ports").forEach(port -> Fill.text(port, "protocol", "TCP"));
        }
    }

    static void networkPolicy(ObjectNode object) {
        ObjectNode spec = Fill.object(object, "spec");
        for (String direction : List.of("ingress", "egress")) {
            for (ObjectNode rule : Fill.each(spec, direction)) {
                Fill.each(rule, "ports").forEach(port -> Fill.text(port, "protocol", "TCP"));
            }
        }
        if (spec.path("policyTypes").isEmpty()) {
            ArrayNode types = spec.putArray("policyTypes").add("Ingress");
            if (spec.path("egress").size() > 0) {
                types.add("Egress");
            }
        }
    }

    static void ingressClass(ObjectNode object) {
        if (object.path("spec").get("parameters") instanceof ObjectNode parameters) {
            Fill.text(parameters, "scope", "Cluster");
        }
    }

    static void endpointSlice(ObjectNode object) {
        for (ObjectNode port : Fill.each(object, "ports")) {
            Fill.text(port, "protocol", "TCP");
            if (!port.has("name")) {
                port.put("name", "");
            }
        }
    }
}
