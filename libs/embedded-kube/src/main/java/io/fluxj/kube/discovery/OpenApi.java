package io.fluxj.kube.discovery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.kube.api.ResourceType;
import io.fluxj.kube.json.Nodes;
import io.fluxj.kube.schema.Definitions;
import io.fluxj.kube.schema.Schema;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** OpenAPI v3 documents, one per group and version, as far as kubectl reads them: schemas, and which parameters patches take. */
public final class OpenApi {
    private static final String REF = "#/components/schemas/";
    private static final String METADATA = "io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta";

    private final Catalog catalog;
    private final Definitions definitions;

    /** Describes the given catalog. */
    public OpenApi(Catalog catalog, Definitions definitions) {
        this.catalog = catalog;
        this.definitions = definitions;
    }

    /** {@code /openapi/v3}: where the documents are. */
    public ObjectNode index() {
        ObjectNode out = Nodes.object();
        ObjectNode paths = out.putObject("paths");
        catalog.groups()
                .forEach((group, versions) -> versions.forEach(version -> {
                    String path = group.isEmpty() ? "api/" + version : "apis/" + group + "/" + version;
                    paths.putObject(path)
                            .put("serverRelativeURL", "/openapi/v3/" + path + "?hash=" + hash(group, version));
                }));
        return out;
    }

    /** What a group's document at a version is known by. Built-in kinds never change, so their names are enough. */
    public String hash(String group, String version) {
        List<byte[]> pieces = new ArrayList<>();
        for (ResourceType type : catalog.in(group, version)) {
            pieces.add((type.plural() + " " + type.kind() + " " + type.namespaced() + "\n")
                    .getBytes(StandardCharsets.UTF_8));
            if (type.isCustom()) {
                pieces.add(Nodes.bytes(type.schema().body()));
            }
        }
        return Digests.of(pieces);
    }

    /** The document of a group at a version. */
    public ObjectNode document(String group, String version) {
        ObjectNode out = Nodes.object().put("openapi", "3.0.0");
        out.putObject("info").put("title", "Kubernetes").put("version", "1.36");
        ObjectNode paths = out.putObject("paths");
        ObjectNode schemas = Nodes.object();
        Set<String> wanted = new TreeSet<>();
        wanted.add(METADATA);
        for (ResourceType type : catalog.in(group, version)) {
            paths(paths, type);
            if (type.isCustom()) {
                schemas.set(name(type), custom(type));
            } else if (!type.schema().definition().isEmpty()) {
                wanted.add(type.schema().definition());
            }
        }
        close(schemas, wanted);
        out.putObject("components").set("schemas", schemas);
        return out;
    }

    private void close(ObjectNode schemas, Set<String> wanted) {
        Set<String> open = new TreeSet<>(wanted);
        while (!open.isEmpty()) {
            String name = open.iterator().next();
            open.remove(name);
            JsonNode definition = definitions.all().path(name);
            if (!schemas.has(name) && definition.isObject()) {
                schemas.set(name, described(name, rewritten(definition)));
                definition.findValuesAsText("$ref").forEach(open::add);
            }
        }
    }

    private static JsonNode described(String name, JsonNode schema) {
        if (schema instanceof ObjectNode object) {
            FieldFacts.shipped().describe(name, object);
        }
        return schema;
    }

    /** References as this document has them; those with neighbours become {@code allOf}, as the real server writes them. */
    private static JsonNode rewritten(JsonNode schema) {
        if (schema instanceof ArrayNode list) {
            ArrayNode out = Nodes.array();
            list.forEach(item -> out.add(rewritten(item)));
            return out;
        }
        if (!(schema instanceof ObjectNode object)) {
            return schema;
        }
        ObjectNode out = Nodes.object();
        for (Map.Entry<String, JsonNode> member : object.properties()) {
            if (member.getKey().equals("$ref") && member.getValue().isTextual()) {
                String target = REF + member.getValue().asText();
                out.putArray("allOf").addObject().put("$ref", target);
            } else {
                out.set(member.getKey(), rewritten(member.getValue()));
            }
        }
        if (object.path("x-kubernetes-embedded-resource").asBoolean()) {
            embed(out);
        }
        return object.path("format").asText().equals("int-or-string") ? intOrString(out) : out;
    }

    /** A whole object has what every object has. */
    private static void embed(ObjectNode schema) {
        ObjectNode properties = Nodes.child(schema, "properties");
        properties.putObject("apiVersion").put("type", "string");
        properties.putObject("kind").put("type", "string");
        properties.putObject("metadata").putArray("allOf").addObject().put("$ref", REF + METADATA);
        schema.withArrayProperty("required").add("apiVersion").add("kind");
    }

    private static ObjectNode intOrString(ObjectNode schema) {
        schema.remove("type");
        ArrayNode either = schema.putArray("oneOf");
        either.addObject().put("type", "integer");
        either.addObject().put("type", "string");
        return schema;
    }

    private static JsonNode custom(ResourceType type) {
        return named(type, rewritten(type.schema().body()));
    }

    private static ObjectNode named(ResourceType type, JsonNode schema) {
        ObjectNode body = schema.deepCopy();
        body.putArray("x-kubernetes-group-version-kind")
                .add(DiscoveryDocuments.kind(type.group(), type.version(), type.kind()));
        return body;
    }

    private static String name(ResourceType type) {
        List<String> parts = List.of(type.group().split("\\.", -1)).reversed();
        return String.join(".", parts) + "." + type.version() + "." + type.kind();
    }

    private static void paths(ObjectNode paths, ResourceType type) {
        String base = type.group().isEmpty() ? "/api/v1" : "/apis/" + type.group() + "/" + type.version();
        String collection = base + (type.namespaced() ? "/namespaces/{namespace}/" : "/") + type.plural();
        Schema schema = type.schema();
        String reference = REF + (type.isCustom() ? name(type) : schema.definition());
        ObjectNode many = paths.putObject(collection);
        operation(many, "get", "list", type, reference);
        operation(many, "post", "post", type, reference);
        ObjectNode one = paths.putObject(collection + "/{name}");
        for (String verb : List.of("get", "put", "patch", "delete")) {
            operation(one, verb, verb, type, reference);
        }
    }

    private static void operation(ObjectNode path, String method, String action, ResourceType type, String reference) {
        ObjectNode operation = path.putObject(method).put("x-kubernetes-action", action);
        operation.set(
                "x-kubernetes-group-version-kind", DiscoveryDocuments.kind(type.group(), type.version(), type.kind()));
        ArrayNode parameters = operation.putArray("parameters");
        if (!method.equals("get")) {
            for (String name : List.of("dryRun", "fieldManager", "fieldValidation", "force")) {
                parameters
                        .addObject()
                        .put("name", name)
                        .put("in", "query")
                        .putObject("schema")
                        .put("type", name.equals("force") ? "boolean" : "string");
            }
        }
        operation
                .putObject("responses")
                .putObject("200")
                .put("description", "OK")
                .putObject("content")
                .putObject("application/json")
                .putObject("schema")
                .put("$ref", reference);
    }

    /** {@code /openapi/v2} as JSON: the definitions alone. */
    public ObjectNode version2() {
        ObjectNode out = Nodes.object().put("swagger", "2.0");
        out.putObject("info").put("title", "Kubernetes").put("version", "1.36");
        out.putObject("paths");
        ObjectNode all = out.putObject("definitions");
        definitions.all().properties().forEach(e -> all.set(e.getKey(), described(e.getKey(), prefixed(e.getValue()))));
        catalog.all().stream()
                .filter(ResourceType::isCustom)
                .forEach(type ->
                        all.set(name(type), prefixed(named(type, type.schema().body()))));
        return out;
    }

    /** {@code /openapi/v2} as protobuf. */
    public byte[] version2Protobuf() {
        return SwaggerProtobuf.of(version2());
    }

    private static JsonNode prefixed(JsonNode schema) {
        if (schema instanceof ArrayNode list) {
            ArrayNode out = Nodes.array();
            list.forEach(item -> out.add(prefixed(item)));
            return out;
        }
        if (!(schema instanceof ObjectNode object)) {
            return schema;
        }
        ObjectNode out = Nodes.object();
        object.properties()
                .forEach(e -> out.set(
                        e.getKey(),
                        e.getKey().equals("$ref") && e.getValue().isTextual()
                                ? Nodes.FACTORY.textNode(
                                        "#/definitions/" + e.getValue().asText())
                                : prefixed(e.getValue())));
        return out;
    }
}
