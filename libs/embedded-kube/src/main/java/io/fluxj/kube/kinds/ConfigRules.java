package io.fluxj.kube.kinds;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.re2j.Pattern;
import io.fluxj.kube.api.ApiError.Cause;
import io.fluxj.kube.api.ResourceType;
import java.util.List;
import java.util.Set;

/** Rules of ConfigMaps, Secrets, roles and claims. */
final class ConfigRules {
    private static final Pattern KEY = Pattern.compile("[-._a-zA-Z0-9]+");
    private static final String RBAC = "rbac.authorization.k8s.io";
    private static final int MAX_TOTAL = 1024 * 1024;

    private ConfigRules() {}

    static void configMap(ObjectNode object, List<Cause> out) {
        keys(object.path("data"), "data", out);
        keys(object.path("binaryData"), "binaryData", out);
        object.path("binaryData").fieldNames().forEachRemaining(key -> {
            if (object.path("data").has(key)) {
                out.add(Rule.invalid("data[" + key + "]", key, "duplicate of key present in binaryData"));
            }
        });
        size(object, out);
    }

    static void secret(ObjectNode object, List<Cause> out) {
        keys(object.path("data"), "data", out);
        size(object, out);
        SecretTypes.check(object, out);
    }

    private static void keys(JsonNode data, String path, List<Cause> out) {
        data.fieldNames().forEachRemaining(key -> {
            if (!KEY.matches(key)) {
                out.add(Rule.invalid(
                        path + "[" + key + "]",
                        key,
                        "a valid config key must consist of alphanumeric characters, '-', '_' or '.' (e.g. 'key.name', "
                                + " or 'KEY_NAME',  or 'key-name', regex used for validation is '[-._a-zA-Z0-9]+')"));
            }
        });
    }

    private static void size(ObjectNode object, List<Cause> out) {
        long total = 0;
        for (String field : List.of("data", "binaryData")) {
            for (JsonNode value : object.path(field)) {
                total += value.asText().length();
            }
        }
        if (total > MAX_TOTAL) {
            out.add(new Cause("FieldValueTooLong", "Too long: may not be more than 1048576 bytes", "[]"));
        }
    }

    static void change(ObjectNode live, ObjectNode next, List<Cause> out) {
        if (!live.path("type").equals(next.path("type"))) {
            out.add(Rule.invalid("type", next.path("type"), "field is immutable"));
        }
        if (!live.path("immutable").asBoolean()) {
            return;
        }
        if (!next.path("immutable").asBoolean()) {
            out.add(Rule.forbidden("immutable", "field is immutable when `immutable` is set"));
        }
        for (String field : List.of("data", "binaryData")) {
            if (!live.path(field).equals(next.path(field))) {
                out.add(Rule.forbidden(field, "field is immutable when `immutable` is set"));
            }
        }
    }

    static void binding(ResourceType type, ObjectNode object, List<Cause> out) {
        JsonNode role = object.path("roleRef");
        String kind = role.path("kind").asText("");
        List<String> kinds =
                type.kind().equals("RoleBinding") ? List.of("Role", "ClusterRole") : List.of("ClusterRole");
        if (!kinds.contains(kind)) {
            out.add(Rule.notOneOf("roleRef.kind", kind, kinds));
        }
        String group = role.path("apiGroup").asText(RBAC);
        if (!group.equals(RBAC)) {
            out.add(Rule.notOneOf("roleRef.apiGroup", group, List.of(RBAC)));
        }
        if (role.path("name").asText("").isEmpty()) {
            out.add(Rule.required("roleRef.name"));
        }
        int index = 0;
        for (ObjectNode subject : Fill.each(object, "subjects")) {
            String at = "subjects[" + index++ + "]";
            if (subject.path("name").asText("").isEmpty()) {
                out.add(Rule.required(at + ".name"));
            }
            String subjectKind = subject.path("kind").asText("");
            if (!Set.of("ServiceAccount", "User", "Group").contains(subjectKind)) {
                out.add(Rule.notOneOf(at + ".kind", subjectKind, List.of("ServiceAccount", "User", "Group")));
            } else if (subjectKind.equals("ServiceAccount")) {
                serviceAccount(subject, at, out);
            }
        }
    }

    private static void serviceAccount(ObjectNode subject, String at, List<Cause> out) {
        String group = subject.path("apiGroup").asText("");
        if (!group.isEmpty()) {
            out.add(Rule.notOneOf(at + ".apiGroup", group, List.of("")));
        }
        if (subject.path("namespace").asText("").isEmpty()) {
            out.add(Rule.required(at + ".namespace"));
        }
    }

    static void role(ObjectNode object, List<Cause> out) {
        int index = 0;
        for (ObjectNode rule : Fill.each(object, "rules")) {
            String at = "rules[" + index++ + "]";
            if (rule.path("verbs").isEmpty()) {
                out.add(Rule.required(at + ".verbs", "verbs must contain at least one value"));
            }
            if (!rule.path("nonResourceURLs").isEmpty()
                    && object.path("kind").asText().equals("Role")) {
                out.add(Rule.invalid(
                        at + ".nonResourceURLs",
                        rule.path("nonResourceURLs"),
                        "namespaced rules cannot apply to non-resource URLs"));
            }
            if (rule.path("nonResourceURLs").isEmpty()) {
                if (rule.path("apiGroups").isEmpty()) {
                    out.add(Rule.required(at + ".apiGroups", "resource rules must supply at least one api group"));
                }
                if (rule.path("resources").isEmpty()) {
                    out.add(Rule.required(at + ".resources", "resource rules must supply at least one resource"));
                }
            }
        }
    }

    static void claimChange(ObjectNode live, ObjectNode next, List<Cause> out) {
        ObjectNode before = frozen(live.path("spec"));
        ObjectNode after = frozen(next.path("spec"));
        if (!before.equals(after)) {
            out.add(Rule.forbidden(
                    "spec",
                    "spec is immutable after creation except resources.requests and volumeAttributesClassName for bound"
                            + " claims"));
        }
    }

    private static ObjectNode frozen(JsonNode spec) {
        ObjectNode out = spec instanceof ObjectNode object ? object.deepCopy() : io.fluxj.kube.json.Nodes.object();
        out.remove(List.of("volumeAttributesClassName", "volumeName"));
        return out;
    }
}
