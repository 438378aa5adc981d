package io.fluxj.kube.kinds;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.kube.api.ApiError.Cause;
import io.fluxj.kube.json.Nodes;
import java.util.List;
import java.util.Set;

/** Rules of CustomResourceDefinitions. */
final class CustomResourceRules {
    private CustomResourceRules() {}

    static void check(ObjectNode object, List<Cause> out) {
        JsonNode spec = object.path("spec");
        String group = spec.path("group").asText("");
        String plural = spec.path("names").path("plural").asText("");
        String wanted = plural + "." + group;
        String name = object.path("metadata").path("name").asText("");
        if (!name.equals(wanted)) {
            out.add(Rule.invalid("metadata.name", name, "must be spec.names.plural+\".\"+spec.group"));
        }
        if (group.isEmpty()) {
            out.add(Rule.required("spec.group"));
        }
        if (spec.path("scope").asText("").isEmpty()) {
            out.add(Rule.required("spec.scope"));
        } else if (!Set.of("Cluster", "Namespaced").contains(spec.path("scope").asText())) {
            out.add(Rule.unsupported("spec.scope", spec.path("scope").asText(), List.of("Cluster", "Namespaced")));
        }
        versions(spec, out);
        for (String field : List.of("plural", "kind")) {
            if (spec.path("names").path(field).asText("").isEmpty()) {
                out.add(Rule.required("spec.names." + field));
            }
        }
    }

    private static void versions(JsonNode spec, List<Cause> out) {
        int stored = 0;
        int index = 0;
        for (ObjectNode version : Fill.each(spec, "versions")) {
            stored += version.path("storage").asBoolean() ? 1 : 0;
            if (!version.path("schema").has("openAPIV3Schema")) {
                out.add(Rule.required("spec.versions[" + index + "].schema.openAPIV3Schema"));
            }
            index++;
        }
        if (stored != 1) {
            out.add(Rule.invalid(
                    "spec.versions", spec.path("versions"), "must have exactly one version marked as storage version"));
        }
    }

    static void changes(ObjectNode live, ObjectNode next, List<Cause> out) {
        for (String field : List.of("group", "scope")) {
            if (!live.path("spec").path(field).equals(next.path("spec").path(field))) {
                out.add(Rule.invalid("spec." + field, next.path("spec").path(field), "field is immutable"));
            }
        }
        for (String field : List.of("plural", "kind")) {
            JsonNode before = live.path("spec").path("names").path(field);
            JsonNode after = next.path("spec").path("names").path(field);
            if (!before.equals(after)) {
                out.add(Rule.invalid(
                        "spec.names." + field,
                        Nodes.string(next.path("spec").path("names"), field),
                        "field is immutable"));
            }
        }
    }
}
