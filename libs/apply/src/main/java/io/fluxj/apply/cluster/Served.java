package io.fluxj.apply.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** All that a cluster serves, asked anew at every call: for those that make up their minds by it. */
public final class Served {
    private static final String AGGREGATED = "application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList,"
            + "application/json;g=apidiscovery.k8s.io;v=v2beta1;as=APIGroupDiscoveryList,application/json";

    private final Transport transport;

    Served(Transport transport) {
        this.transport = transport;
    }

    /** Version of the server, such as {@code v1.36.1}. */
    public String gitVersion() {
        return transport.send(Call.get("/version")).path("gitVersion").asText("");
    }

    /** Groups with their versions, and kinds in them: {@code v1}, {@code apps/v1}, {@code apps/v1/Deployment}; sorted. */
    public List<String> versions() {
        Set<String> versions = new TreeSet<>();
        JsonNode core = transport.send(Call.get("/api").accepting(AGGREGATED));
        JsonNode groups = transport.send(Call.get("/apis").accepting(AGGREGATED));
        if (core.has("items") && groups.has("items")) {
            core.path("items").forEach(group -> aggregated(group, versions));
            groups.path("items").forEach(group -> aggregated(group, versions));
        } else {
            core.path("versions").forEach(version -> listed(version.asText(), "/api/", versions));
            groups.path("groups").forEach(group -> group.path("versions")
                    .forEach(version -> listed(version.path("groupVersion").asText(), "/apis/", versions)));
        }
        return List.copyOf(versions);
    }

    private static void aggregated(JsonNode group, Set<String> versions) {
        String name = group.path("metadata").path("name").asText("");
        for (JsonNode version : group.path("versions")) {
            String groupVersion =
                    (name.isEmpty() ? "" : name + "/") + version.path("version").asText();
            versions.add(groupVersion);
            for (JsonNode resource : version.path("resources")) {
                versions.add(groupVersion + "/"
                        + resource.path("responseKind").path("kind").asText());
            }
        }
    }

    /** Of servers that do not list everything at once; a group whose own server is away is left out. */
    private void listed(String groupVersion, String root, Set<String> versions) {
        versions.add(groupVersion);
        try {
            JsonNode list = transport.send(Call.get(root + groupVersion));
            list.path("resources")
                    .forEach(resource -> versions.add(
                            groupVersion + "/" + resource.path("kind").asText()));
        } catch (ApiException e) {
            if (!e.notFound() && e.code() != 503) {
                throw e;
            }
        }
    }
}
