package io.fluxj.kube.kinds;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.kube.api.ApiError.Cause;
import io.fluxj.kube.json.Nodes;
import io.fluxj.kube.schema.Names;
import java.util.List;

/** Rules of Ingresses and their classes. */
final class IngressRules {
    private static final List<String> PATH_TYPES = List.of("Exact", "ImplementationSpecific", "Prefix");

    private IngressRules() {}

    static void check(JsonNode spec, List<Cause> out) {
        if (spec.path("rules").isEmpty() && !spec.has("defaultBackend")) {
            out.add(Rule.invalid(
                    "spec", Nodes.FACTORY.nullNode(), "either `defaultBackend` or `rules` must be specified"));
        }
        if (spec.has("defaultBackend")) {
            backend(spec.path("defaultBackend"), "spec.defaultBackend", out);
        }
        int t = 0;
        for (ObjectNode tls : Fill.each(spec, "tls")) {
            int h = 0;
            for (JsonNode host : tls.path("hosts")) {
                host(host.asText(), "spec.tls[" + t + "].hosts[" + h++ + "]", out);
            }
            t++;
        }
        int r = 0;
        for (ObjectNode rule : Fill.each(spec, "rules")) {
            rule(rule, "spec.rules[" + r++ + "]", out);
        }
        String name = spec.path("ingressClassName").asText("");
        if (!name.isEmpty()) {
            Names.subdomain(name).ifPresent(m -> out.add(Rule.invalid("spec.ingressClassName", name, m)));
        }
    }

    private static void rule(ObjectNode rule, String at, List<Cause> out) {
        String host = rule.path("host").asText("");
        if (!host.isEmpty() && Addresses.ip(host)) {
            out.add(Rule.invalid(at + ".host", host, "must be a DNS name, not an IP address"));
        } else if (!host.isEmpty()) {
            host(host, at + ".host", out);
        }
        if (rule.has("http") && rule.path("http").path("paths").isEmpty()) {
            out.add(Rule.required(at + ".http.paths"));
        }
        int p = 0;
        for (ObjectNode path : Fill.each(rule.path("http"), "paths")) {
            path(path, at + ".http.paths[" + p++ + "]", out);
        }
    }

    private static void host(String host, String at, List<Cause> out) {
        if (!host.startsWith("*.")) {
            Names.subdomain(host).ifPresent(m -> out.add(Rule.invalid(at, host, m)));
        }
    }

    private static void path(ObjectNode path, String at, List<Cause> out) {
        String type = path.path("pathType").asText("");
        String text = path.path("path").asText("");
        if (type.isEmpty()) {
            out.add(Rule.required(at + ".pathType", "pathType must be specified"));
        } else if (!PATH_TYPES.contains(type)) {
            out.add(Rule.unsupported(at + ".pathType", type, PATH_TYPES));
        } else if (!text.startsWith("/") && !(text.isEmpty() && type.equals("ImplementationSpecific"))) {
            out.add(Rule.invalid(at + ".path", text, "must be an absolute path"));
        }
        backend(path.path("backend"), at + ".backend", out);
    }

    private static void backend(JsonNode backend, String at, List<Cause> out) {
        JsonNode service = backend.path("service");
        boolean resource = backend.has("resource");
        if (service.isObject() && resource) {
            out.add(Rule.invalid(at, "", "cannot set both resource and service backends"));
        } else if (!service.isObject() && !resource) {
            out.add(Rule.invalid(at, "", "resource or service backend is required"));
        } else if (service.isObject()) {
            service(service, at, out);
        }
    }

    private static void service(JsonNode service, String at, List<Cause> out) {
        String name = service.path("name").asText("");
        if (name.isEmpty()) {
            out.add(Rule.required(at + ".service.name"));
        } else {
            Names.label(name).ifPresent(m -> out.add(Rule.invalid(at + ".service.name", name, m)));
        }
        JsonNode port = service.path("port");
        boolean named = !port.path("name").asText("").isEmpty();
        long number = port.path("number").asLong(0);
        if (named && number != 0) {
            out.add(Rule.invalid(at, "", "cannot set both port name & port number"));
        } else if (!named && number == 0) {
            out.add(Rule.required(at, "port name or number is required"));
        } else if (!named && (number < 1 || number > 65535)) {
            out.add(Rule.invalid(
                    at + ".service.port.number", port.path("number"), "must be between 1 and 65535, inclusive"));
        }
    }

    static void ingressClass(JsonNode spec, List<Cause> out) {
        String controller = spec.path("controller").asText("");
        if (controller.isEmpty()) {
            out.add(Rule.required("spec.controller"));
        } else if (!controller.contains("/")) {
            out.add(Rule.invalid(
                    "spec.controller", controller, "must be a domain-prefixed path (such as \"acme.io/foo\")"));
        }
    }
}
