package io.fluxj.kube.admission;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.kube.access.Attributes;
import io.fluxj.kube.access.Rbac;
import io.fluxj.kube.api.ApiError;
import io.fluxj.kube.api.Key;
import io.fluxj.kube.json.Nodes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Nobody gives others rights that they have not: by a role, or by a binding to one. */
final class Escalation {
    private static final Set<String> ROLES = Set.of("Role", "ClusterRole");
    private static final Set<String> BINDINGS = Set.of("RoleBinding", "ClusterRoleBinding");

    private final Rbac rbac;

    Escalation(Rbac rbac) {
        this.rbac = rbac;
    }

    void check(Write write) {
        if (!write.type().group().equals(Rbac.GROUP) || write.user().isMaster()) {
            return;
        }
        if (ROLES.contains(write.type().kind())) {
            role(write);
        } else if (BINDINGS.contains(write.type().kind())) {
            binding(write);
        }
    }

    private void role(Write write) {
        ObjectNode next = write.next();
        if (onlyForGarbage(write) || may(write, "escalate", write.type().plural(), write.key())) {
            return;
        }
        if (write.type().kind().equals("ClusterRole")
                && !next.path("aggregationRule").isMissingNode()) {
            if (!missing(write, everything()).isEmpty()) {
                throw write.forbidden("must have cluster-admin privileges to use the aggregationRule");
            }
        }
        confirm(write, next.path("rules"));
    }

    private void binding(Write write) {
        JsonNode reference = write.next().path("roleRef");
        String plural = reference.path("kind").asText("").equals("Role") ? "roles" : "clusterroles";
        Key role = new Key(write.key().namespace(), reference.path("name").asText(""));
        if (onlyForGarbage(write) || may(write, "bind", plural, role)) {
            return;
        }
        JsonNode rules = rbac.rulesOf(reference, write.key().namespace())
                .orElseThrow(() -> ApiError.notFound(write.type().name(), role.name()));
        confirm(write, rules);
    }

    /** Whether the write changes nothing but what collecting garbage needs. */
    private static boolean onlyForGarbage(Write write) {
        return write.before()
                .filter(before -> withoutOwners(before).equals(withoutOwners(write.next())))
                .isPresent();
    }

    private static ObjectNode withoutOwners(ObjectNode object) {
        ObjectNode out = object.deepCopy();
        Nodes.child(out, "metadata").remove(List.of("ownerReferences", "finalizers", "managedFields"));
        return out;
    }

    private boolean may(Write write, String verb, String plural, Key key) {
        Attributes what = new Attributes(verb, true, Rbac.GROUP, "*", plural, key.namespace(), key.name(), "");
        return rbac.decide(write.user(), what).allowed();
    }

    private static JsonNode everything() {
        ObjectNode resources = Nodes.object();
        List.of("apiGroups", "resources", "verbs")
                .forEach(field -> resources.putArray(field).add("*"));
        ObjectNode paths = Nodes.object();
        List.of("nonResourceURLs", "verbs")
                .forEach(field -> paths.putArray(field).add("*"));
        return Nodes.array().add(resources).add(paths);
    }

    private List<Right> missing(Write write, JsonNode rules) {
        List<JsonNode> held = rbac.rules(write.user(), write.key().namespace());
        List<Right> out = new ArrayList<>();
        rules.forEach(rule -> Right.of(rule).stream()
                .filter(right -> held.stream().noneMatch(right::coveredBy))
                .forEach(out::add));
        return out;
    }

    private void confirm(Write write, JsonNode rules) {
        List<Right> missing = missing(write, rules);
        if (!missing.isEmpty()) {
            List<String> groups =
                    write.user().groups().stream().map(Right::quoted).toList();
            throw write.forbidden("user " + Right.quoted(write.user().name()) + " (groups=["
                    + String.join(" ", groups)
                    + "]) is attempting to grant RBAC permissions not currently held:\n"
                    + String.join("\n", Right.described(missing)));
        }
    }
}
