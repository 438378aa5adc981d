package io.fluxj.kube.crd;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.kube.api.GroupVersion;
import io.fluxj.kube.api.ResourceName;
import io.fluxj.kube.api.ResourceType;
import io.fluxj.kube.json.Nodes;
import io.fluxj.kube.schema.Definitions;
import io.fluxj.kube.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The resources that a CustomResourceDefinition brings. */
public final class CustomTypes {
    private static final String METADATA = "io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta";
    private static final List<String> VERBS =
            List.of("delete", "deletecollection", "get", "list", "patch", "create", "update", "watch");

    private CustomTypes() {}

    /** One resource per served version. */
    public static List<ResourceType> of(Definitions definitions, JsonNode definition) {
        JsonNode spec = definition.path("spec");
        List<ResourceType> out = new ArrayList<>();
        for (JsonNode version : spec.path("versions")) {
            if (version.path("served").asBoolean()) {
                out.add(type(definitions, spec, version));
            }
        }
        return out;
    }

    /** The resource without its version. */
    public static ResourceName name(JsonNode definition) {
        JsonNode spec = definition.path("spec");
        return new ResourceName(
                spec.path("group").asText(), spec.path("names").path("plural").asText());
    }

    private static ResourceType type(Definitions definitions, JsonNode spec, JsonNode version) {
        JsonNode names = spec.path("names");
        String group = spec.path("group").asText();
        String kind = names.path("kind").asText();
        return new ResourceType(
                group,
                version.path("name").asText(),
                kind,
                names.path("listKind").asText(kind + "List"),
                names.path("plural").asText(),
                names.path("singular").asText(),
                spec.path("scope").asText().equals("Namespaced"),
                texts(names.path("shortNames")),
                texts(names.path("categories")),
                VERBS,
                subresources(version),
                schema(definitions, version),
                new ResourceName(group, names.path("plural").asText()),
                new GroupVersion(group, storageVersion(spec)),
                version);
    }

    private static Schema schema(Definitions definitions, JsonNode version) {
        ObjectNode body = version.path("schema").path("openAPIV3Schema") instanceof ObjectNode object
                ? object.deepCopy()
                : Nodes.object();
        body.put("type", "object");
        ObjectNode properties = Nodes.child(body, "properties");
        properties.putObject("apiVersion").put("type", "string");
        properties.putObject("kind").put("type", "string");
        properties.putObject("metadata").put("$ref", METADATA);
        return definitions.extended(body);
    }

    private static Set<String> subresources(JsonNode version) {
        Set<String> out = new TreeSet<>();
        version.path("subresources").fieldNames().forEachRemaining(out::add);
        return Set.copyOf(out);
    }

    private static String storageVersion(JsonNode spec) {
        for (JsonNode version : spec.path("versions")) {
            if (version.path("storage").asBoolean()) {
                return version.path("name").asText();
            }
        }
        return "";
    }

    private static List<String> texts(JsonNode list) {
        List<String> out = new ArrayList<>();
        list.forEach(item -> out.add(item.asText()));
        return out;
    }
}
