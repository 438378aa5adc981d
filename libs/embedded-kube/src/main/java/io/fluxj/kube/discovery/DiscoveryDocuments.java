package io.fluxj.kube.discovery;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.kube.api.ResourceType;
import io.fluxj.kube.json.Nodes;
import java.util.List;
import java.util.Map;

/** What {@code /api}, {@code /apis} and the pages below them say. */
public final class DiscoveryDocuments {
    private final Catalog catalog;

    /** Describes the given catalog. */
    public DiscoveryDocuments(Catalog catalog) {
        this.catalog = catalog;
    }

    /** {@code /api}. */
    public ObjectNode coreVersions(String address) {
        ObjectNode out = Nodes.object().put("kind", "APIVersions");
        out.putArray("versions").add("v1");
        out.putArray("serverAddressByClientCIDRs")
                .addObject()
                .put("clientCIDR", "0.0.0.0/0")
                .put("serverAddress", address);
        return out;
    }

    /** {@code /apis}. */
    public ObjectNode groupList() {
        ObjectNode out = Nodes.object().put("kind", "APIGroupList").put("apiVersion", "v1");
        ArrayNode groups = out.putArray("groups");
        catalog.groups().forEach((group, versions) -> {
            if (!group.isEmpty()) {
                groups.add(group(group, versions));
            }
        });
        return out;
    }

    /** {@code /apis/<group>}. */
    public ObjectNode group(String name, List<String> versions) {
        ObjectNode out = Nodes.object().put("name", name);
        ArrayNode list = out.putArray("versions");
        versions.forEach(v -> list.add(groupVersion(name, v)));
        out.set("preferredVersion", groupVersion(name, versions.getFirst()));
        return out;
    }

    private static ObjectNode groupVersion(String group, String version) {
        return Nodes.object().put("groupVersion", group + "/" + version).put("version", version);
    }

    /** {@code /api/v1} and {@code /apis/<group>/<version>}. */
    public ObjectNode resourceList(String group, String version) {
        ObjectNode out = Nodes.object()
                .put("kind", "APIResourceList")
                .put("apiVersion", "v1")
                .put("groupVersion", group.isEmpty() ? version : group + "/" + version);
        ArrayNode resources = out.putArray("resources");
        for (ResourceType type : catalog.in(group, version)) {
            resources.add(resource(type));
            type.subresources().stream().sorted().forEach(sub -> resources.add(Subresources.legacy(type, sub)));
        }
        return out;
    }

    private static ObjectNode resource(ResourceType type) {
        ObjectNode out = Nodes.object()
                .put("name", type.plural())
                .put("singularName", type.singular())
                .put("namespaced", type.namespaced())
                .put("kind", type.kind());
        out.set("verbs", Nodes.strings(type.verbs()));
        if (!type.shortNames().isEmpty()) {
            out.set("shortNames", Nodes.strings(type.shortNames()));
        }
        if (!type.categories().isEmpty()) {
            out.set("categories", Nodes.strings(type.categories()));
        }
        return out;
    }

    /** {@code /api} and {@code /apis} in one document with all resources. */
    public ObjectNode aggregated(boolean core) {
        ObjectNode out =
                Nodes.object().put("kind", "APIGroupDiscoveryList").put("apiVersion", "apidiscovery.k8s.io/v2");
        out.putObject("metadata");
        ArrayNode items = out.putArray("items");
        for (Map.Entry<String, List<String>> group : catalog.groups().entrySet()) {
            if (group.getKey().isEmpty() == core) {
                ObjectNode item = items.addObject();
                ObjectNode metadata = item.putObject("metadata");
                if (!group.getKey().isEmpty()) {
                    metadata.put("name", group.getKey());
                }
                ArrayNode versions = item.putArray("versions");
                group.getValue().forEach(v -> versions.add(aggregatedVersion(group.getKey(), v)));
            }
        }
        return out;
    }

    private ObjectNode aggregatedVersion(String group, String version) {
        ObjectNode out = Nodes.object().put("version", version);
        ArrayNode resources = out.putArray("resources");
        for (ResourceType type : catalog.in(group, version)) {
            ObjectNode resource = resources.addObject().put("resource", type.plural());
            resource.set(
                    "responseKind",
                    type.isCustom() ? kind(type.group(), type.version(), type.kind()) : kind("", "", type.kind()));
            resource.put("scope", type.namespaced() ? "Namespaced" : "Cluster")
                    .put("singularResource", type.singular());
            resource.set("verbs", Nodes.strings(type.verbs()));
            if (!type.shortNames().isEmpty()) {
                resource.set("shortNames", Nodes.strings(type.shortNames()));
            }
            if (!type.categories().isEmpty()) {
                resource.set("categories", Nodes.strings(type.categories()));
            }
            ArrayNode subresources = Nodes.array();
            type.subresources().stream().sorted().forEach(sub -> subresources.add(Subresources.aggregated(type, sub)));
            if (!subresources.isEmpty()) {
                resource.set("subresources", subresources);
            }
        }
        return out.put("freshness", "Current");
    }

    static ObjectNode kind(String group, String version, String kind) {
        return Nodes.object().put("group", group).put("version", version).put("kind", kind);
    }
}
