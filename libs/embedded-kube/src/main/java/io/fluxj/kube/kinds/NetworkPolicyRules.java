package io.fluxj.kube.kinds;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.kube.api.ApiError.Cause;
import io.fluxj.kube.schema.Names;
import java.util.List;
import java.util.Set;

/** Rules of NetworkPolicies. */
final class NetworkPolicyRules {
    private NetworkPolicyRules() {}

    static void check(JsonNode spec, List<Cause> out) {
        labels(spec.path("podSelector"), "spec.podSelector", out);
        direction(spec, "ingress", "from", out);
        direction(spec, "egress", "to", out);
        int index = 0;
        for (JsonNode type : spec.path("policyTypes")) {
            if (!Set.of("Ingress", "Egress").contains(type.asText())) {
                out.add(Rule.notOneOf("spec.policyTypes[" + index + "]", type.asText(), List.of("Ingress", "Egress")));
            }
            index++;
        }
    }

    private static void labels(JsonNode selector, String at, List<Cause> out) {
        selector.path("matchLabels").fieldNames().forEachRemaining(key -> Names.qualified(key)
                .ifPresent(m -> out.add(Rule.invalid(at + ".matchLabels", key, m))));
    }

    private static void direction(JsonNode spec, String rules, String peers, List<Cause> out) {
        int index = 0;
        for (ObjectNode rule : Fill.each(spec, rules)) {
            String at = "spec." + rules + "[" + index++ + "]";
            int p = 0;
            for (ObjectNode port : Fill.each(rule, "ports")) {
                port(port, at + ".ports[" + p++ + "]", out);
            }
            p = 0;
            for (ObjectNode peer : Fill.each(rule, peers)) {
                peer(peer, at + "." + peers + "[" + p++ + "]", out);
            }
        }
    }

    private static void port(ObjectNode port, String at, List<Cause> out) {
        String protocol = port.path("protocol").asText("TCP");
        if (!Set.of("TCP", "UDP", "SCTP").contains(protocol)) {
            out.add(Rule.notOneOf(at + ".protocol", protocol, List.of("TCP", "UDP", "SCTP")));
        }
        JsonNode number = port.path("port");
        if (number.isNumber() && (number.asLong() < 1 || number.asLong() > 65535)) {
            out.add(Rule.invalid(at + ".port", number, "must be between 1 and 65535, inclusive"));
        }
    }

    private static void peer(ObjectNode peer, String at, List<Cause> out) {
        boolean selected = peer.has("podSelector") || peer.has("namespaceSelector");
        if (!selected && !peer.has("ipBlock")) {
            out.add(Rule.required(at, "must specify a peer"));
        } else if (selected && peer.has("ipBlock")) {
            out.add(Rule.forbidden(at, "may not specify both ipBlock and another peer"));
        }
        labels(peer.path("podSelector"), at + ".podSelector", out);
        labels(peer.path("namespaceSelector"), at + ".namespaceSelector", out);
        if (peer.has("ipBlock") && !selected) {
            block(peer.path("ipBlock"), at + ".ipBlock", out);
        }
    }

    private static void block(JsonNode block, String at, List<Cause> out) {
        String cidr = block.path("cidr").asText("");
        if (cidr.isEmpty()) {
            out.add(Rule.required(at + ".cidr"));
            return;
        }
        Addresses.checkNetwork(at + ".cidr", cidr, out);
        int index = 0;
        for (JsonNode except : block.path("except")) {
            String field = at + ".except[" + index++ + "]";
            Addresses.checkNetwork(field, except.asText(), out);
            if (Addresses.network(cidr)
                    && Addresses.network(except.asText())
                    && !Addresses.strictlyWithin(cidr, except.asText())) {
                out.add(Rule.invalid(field, except.asText(), "must be a strict subset of `cidr`"));
            }
        }
    }
}
