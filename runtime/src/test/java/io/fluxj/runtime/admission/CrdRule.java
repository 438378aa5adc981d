package io.fluxj.runtime.admission;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A rule in a version of a CRD.
 *
 * @param path of the field that it is about
 * @param rule the expression
 * @param message what is said when it does not hold
 */
record CrdRule(String kind, String apiVersion, String path, String rule, String message) {

    /** The rules of every served version. */
    static List<CrdRule> of(JsonNode crd) {
        List<CrdRule> out = new ArrayList<>();
        JsonNode spec = crd.path("spec");
        for (JsonNode version : spec.path("versions")) {
            if (version.path("served").asBoolean()) {
                String apiVersion =
                        spec.path("group").asText() + "/" + version.path("name").asText();
                CrdRule place = new CrdRule(spec.path("names").path("kind").asText(), apiVersion, "", "", "");
                collect(version.path("schema").path("openAPIV3Schema"), place, out);
            }
        }
        return out;
    }

    private static void collect(JsonNode schema, CrdRule place, List<CrdRule> out) {
        for (JsonNode rule : schema.path("x-kubernetes-validations")) {
            out.add(new CrdRule(
                    place.kind,
                    place.apiVersion,
                    place.path,
                    rule.path("rule").asText().strip(),
                    rule.path("message").asText()));
        }
        for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
            collect(property.getValue(), place.below(property.getKey()), out);
        }
        for (String elements : List.of("items", "additionalProperties")) {
            if (schema.path(elements).isObject()) {
                collect(schema.path(elements), place.below("[]"), out);
            }
        }
    }

    private CrdRule below(String name) {
        return new CrdRule(kind, apiVersion, path.isEmpty() ? name : path + "." + name, rule, message);
    }

    /** What it is told by in every version. */
    String key() {
        return kind + " " + path + ": " + rule;
    }
}
