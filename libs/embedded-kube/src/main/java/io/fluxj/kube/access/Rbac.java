package io.fluxj.kube.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.kube.api.Key;
import io.fluxj.kube.api.ResourceName;
import io.fluxj.kube.store.ObjectStore;
import io.fluxj.kube.store.Stored;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Answers by the roles and bindings in the store. */
public final class Rbac {
    /** The group of roles and bindings. */
    public static final String GROUP = "rbac.authorization.k8s.io";

    private static final ResourceName ROLES = new ResourceName(GROUP, "roles");
    private static final ResourceName CLUSTER_ROLES = new ResourceName(GROUP, "clusterroles");
    private static final ResourceName BINDINGS = new ResourceName(GROUP, "rolebindings");
    private static final ResourceName CLUSTER_BINDINGS = new ResourceName(GROUP, "clusterrolebindings");

    private final ObjectStore store;

    /** Reads roles from the store. */
    public Rbac(ObjectStore store) {
        this.store = store;
    }

    /**
     * An answer.
     *
     * @param allowed whether
     * @param reason by which binding; empty when denied
     */
    public record Decision(boolean allowed, String reason) {
        static final Decision DENIED = new Decision(false, "");
    }

    /** Whether the user may do it. */
    public Decision decide(User user, Attributes what) {
        if (user.isMaster()) {
            return new Decision(true, "");
        }
        for (Granted granted : granted(user, what.namespace())) {
            for (JsonNode rule : granted.rules()) {
                if (covers(rule, what)) {
                    return new Decision(true, granted.reason());
                }
            }
        }
        return Decision.DENIED;
    }

    /** The rules that hold for the user in a namespace and everywhere. */
    public List<JsonNode> rules(User user, String namespace) {
        List<JsonNode> out = new ArrayList<>();
        granted(user, namespace).forEach(g -> g.rules().forEach(out::add));
        return out;
    }

    private record Granted(JsonNode rules, String reason) {}

    private List<Granted> granted(User user, String namespace) {
        List<Granted> out = new ArrayList<>();
        for (Stored binding : store.list(CLUSTER_BINDINGS, "").objects()) {
            collect(user, binding.object(), "", out);
        }
        if (!namespace.isEmpty()) {
            for (Stored binding : store.list(BINDINGS, namespace).objects()) {
                collect(user, binding.object(), namespace, out);
            }
        }
        return out;
    }

    private void collect(User user, ObjectNode binding, String namespace, List<Granted> out) {
        for (JsonNode subject : binding.path("subjects")) {
            if (isSubject(user, subject, namespace)) {
                JsonNode role = binding.path("roleRef");
                rulesOf(role, namespace)
                        .ifPresent(rules -> out.add(new Granted(rules, reason(binding, namespace, role, subject))));
                return;
            }
        }
    }

    private static String reason(ObjectNode binding, String namespace, JsonNode role, JsonNode subject) {
        String name = binding.path("metadata").path("name").asText();
        String of = namespace.isEmpty() ? "ClusterRoleBinding \"" + name : "RoleBinding \"" + name + "/" + namespace;
        String subjectName = subject.path("kind").asText().equals("ServiceAccount")
                ? subject.path("name").asText() + "/"
                        + subject.path("namespace").asText()
                : subject.path("name").asText();
        return "RBAC: allowed by " + of + "\" of " + role.path("kind").asText() + " \""
                + role.path("name").asText() + "\" to " + subject.path("kind").asText() + " \"" + subjectName + "\"";
    }

    /** The rules of the role that a binding in a namespace refers to. */
    public Optional<JsonNode> rulesOf(JsonNode role, String namespace) {
        String name = role.path("name").asText();
        Optional<Stored> found = role.path("kind").asText().equals("Role")
                ? store.get(ROLES, new Key(namespace, name))
                : store.get(CLUSTER_ROLES, new Key("", name));
        return found.map(f -> f.object().path("rules"));
    }

    private static boolean isSubject(User user, JsonNode subject, String bindingNamespace) {
        String name = subject.path("name").asText();
        return switch (subject.path("kind").asText()) {
            case "User" -> user.name().equals(name);
            case "Group" -> user.groups().contains(name);
            case "ServiceAccount" -> {
                String namespace = subject.path("namespace").asText(bindingNamespace);
                yield user.name().equals("system:serviceaccount:" + namespace + ":" + name);
            }
            default -> false;
        };
    }

    private static boolean covers(JsonNode rule, Attributes what) {
        if (!has(rule.path("verbs"), what.verb())) {
            return false;
        }
        if (!what.resource()) {
            return pathMatches(rule.path("nonResourceURLs"), what.path());
        }
        boolean named = rule.path("resourceNames").isEmpty() || contains(rule.path("resourceNames"), what.name());
        return has(rule.path("apiGroups"), what.group())
                && resourceMatches(rule.path("resources"), what.plural())
                && named;
    }

    private static boolean resourceMatches(JsonNode resources, String plural) {
        int slash = plural.indexOf('/');
        String anyParent = slash < 0 ? "" : "*" + plural.substring(slash);
        return has(resources, plural) || (slash >= 0 && contains(resources, anyParent));
    }

    private static boolean pathMatches(JsonNode urls, String path) {
        for (JsonNode url : urls) {
            String pattern = url.asText();
            boolean prefix = pattern.endsWith("*") && path.startsWith(pattern.substring(0, pattern.length() - 1));
            if (pattern.equals("*") || prefix || pattern.equals(path)) {
                return true;
            }
        }
        return false;
    }

    private static boolean has(JsonNode list, String value) {
        return contains(list, value) || contains(list, "*");
    }

    private static boolean contains(JsonNode list, String value) {
        for (JsonNode item : list) {
            if (item.asText().equals(value)) {
                return true;
            }
        }
        return false;
    }
}
