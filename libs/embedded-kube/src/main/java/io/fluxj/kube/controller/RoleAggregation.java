package io.fluxj.kube.controller;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.kube.access.Rbac;
import io.fluxj.kube.api.Meta;
import io.fluxj.kube.api.ResourceName;
import io.fluxj.kube.api.ResourceType;
import io.fluxj.kube.json.Nodes;
import io.fluxj.kube.request.Core;
import io.fluxj.kube.request.LabelMatch;
import io.fluxj.kube.request.Objects;
import io.fluxj.kube.request.Target;
import io.fluxj.kube.store.Stored;
import java.util.LinkedHashSet;
import java.util.Set;

/** Fills ClusterRoles that gather the rules of others. */
final class RoleAggregation {
    private static final ResourceName ROLES = new ResourceName(Rbac.GROUP, "clusterroles");

    private final Core core;
    private final Objects objects;

    RoleAggregation(Core core, Objects objects) {
        this.core = core;
        this.objects = objects;
    }

    void stored(ObjectNode role) {
        boolean gathers = role.has("aggregationRule");
        if (gathers) {
            fill(role);
        }
        if (!new Meta(role).labels().isEmpty()) {
            for (Stored other : core.store().list(ROLES, "").objects()) {
                if (other.object().has("aggregationRule")
                        && !new Meta(other.object()).name().equals(new Meta(role).name())) {
                    fill(other.object());
                }
            }
        }
    }

    private void fill(ObjectNode role) {
        Set<JsonNode> rules = new LinkedHashSet<>();
        for (JsonNode selector : role.path("aggregationRule").path("clusterRoleSelectors")) {
            for (Stored other : core.store().list(ROLES, "").objects()) {
                Meta meta = new Meta(other.object());
                if (!meta.name().equals(new Meta(role).name()) && LabelMatch.of(selector, meta.labels())) {
                    other.object().path("rules").forEach(rules::add);
                }
            }
        }
        ArrayNode list = Nodes.array();
        rules.forEach(list::add);
        if (list.equals(role.path("rules"))) {
            return;
        }
        ResourceType type =
                core.catalog().find(Rbac.GROUP, "v1", "clusterroles").orElseThrow();
        objects.editRaw(Target.internal(type, new Meta(role).key(), "", "clusterrole-aggregation-controller"), live -> {
            ObjectNode next = live.deepCopy();
            next.set("rules", list);
            return next;
        });
    }
}
