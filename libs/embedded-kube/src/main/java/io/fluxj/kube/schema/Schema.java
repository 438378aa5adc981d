package io.fluxj.kube.schema;

import com.fasterxml.jackson.databind.JsonNode;
import io.fluxj.kube.json.Nodes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The type of a value: of a built-in kind's field or of a custom resource's. Children are resolved when asked for, because
 * definitions may contain themselves.
 */
public final class Schema {
    /** The schema of values of which nothing is known. */
    public static final Schema ANY = new Schema(Definitions.EMPTY, Nodes.object(), "", null);

    private final Definitions definitions;
    private final JsonNode body;
    private final String definition;
    private final @Nullable JsonNode extensions;
    private final Map<String, Optional<Schema>> children = new ConcurrentHashMap<>();
    private final Map<Class<?>, Object> derived = new ConcurrentHashMap<>();

    /** How lists are merged and owned. */
    public enum ListType {
        /** One value. */
        ATOMIC,
        /** Each scalar by itself. */
        SET,
        /** Each element by its keys. */
        MAP
    }

    Schema(Definitions definitions, JsonNode body, String definition, @Nullable JsonNode extensions) {
        this.definitions = definitions;
        this.body = body;
        this.definition = definition;
        this.extensions = extensions;
    }

    /** A schema without references, as custom resources have it. */
    public static Schema structural(JsonNode body) {
        return new Schema(Definitions.EMPTY, body, "", null);
    }

    /** What somebody makes of this schema, made once. */
    public <T> T derived(Class<T> type, Function<Schema, T> make) {
        return type.cast(derived.computeIfAbsent(type, t -> make.apply(this)));
    }

    /** The raw schema. */
    public JsonNode body() {
        return body;
    }

    /** The definition's name, or empty. */
    public String definition() {
        return definition;
    }

    /** Whether this comes from the built-in definitions. */
    public boolean builtIn() {
        return definitions != Definitions.EMPTY;
    }

    /** The declared type, empty when anything goes. */
    public String type() {
        if (intOrString()) {
            return "int-or-string";
        }
        return body.path("type").asText("");
    }

    /** Integer or text. */
    public boolean intOrString() {
        return body.path("x-kubernetes-int-or-string").asBoolean(false)
                || body.path("format").asText("").equals("int-or-string");
    }

    /** The format, or empty. */
    public String format() {
        return body.path("format").asText("");
    }

    /** Whether unknown fields at this level are kept. */
    public boolean preservesUnknown() {
        return body.path("x-kubernetes-preserve-unknown-fields").asBoolean(false);
    }

    /** Whether the value is a whole object with metadata. */
    public boolean embeddedResource() {
        return body.path("x-kubernetes-embedded-resource").asBoolean(false);
    }

    /** Whether a null is a value here. */
    public boolean nullable() {
        return body.path("nullable").asBoolean(false);
    }

    /** Whether there are named fields. */
    public boolean hasProperties() {
        return body.path("properties").isObject();
    }

    /** The names of the fields. */
    public Set<String> propertyNames() {
        return body.path("properties").properties().stream()
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The declared field. */
    public Optional<Schema> property(String name) {
        return children.computeIfAbsent(
                "." + name, k -> resolve(body.path("properties").get(name)));
    }

    /** The schema of members that are not declared by name. */
    public Optional<Schema> additional() {
        JsonNode additional = body.path("additionalProperties");
        if (additional.isBoolean()) {
            return additional.asBoolean() ? Optional.of(ANY) : Optional.empty();
        }
        return children.computeIfAbsent("{", k -> resolve(body.get("additionalProperties")));
    }

    /** The schema of a member: declared, or additional, or {@link #ANY} where unknown fields are kept. */
    public Optional<Schema> member(String name) {
        Optional<Schema> declared = property(name);
        if (declared.isPresent()) {
            return declared;
        }
        Optional<Schema> additional = additional();
        if (additional.isPresent()) {
            return additional;
        }
        return free() || preservesUnknown() ? Optional.of(ANY) : Optional.empty();
    }

    /** The schema of list elements; {@link #ANY} when none is given. */
    public Schema items() {
        return children.computeIfAbsent("[", k -> resolve(body.get("items"))).orElse(ANY);
    }

    /** Whether nothing is declared about members. */
    public boolean free() {
        return !hasProperties() && !body.has("additionalProperties") && !body.has("items");
    }

    /** How a list is merged and owned. */
    public ListType listType() {
        return switch (extension("x-kubernetes-list-type")) {
            case "set" -> ListType.SET;
            case "map" -> ListType.MAP;
            default -> ListType.ATOMIC;
        };
    }

    /** The fields that name a list's elements. */
    public List<String> listKeys() {
        return texts(extensionNode("x-kubernetes-list-map-keys"));
    }

    /** Whether the object is owned as one value. */
    public boolean atomicMap() {
        return extension("x-kubernetes-map-type").equals("atomic");
    }

    /** The default of a key field of this list's elements. */
    public Optional<JsonNode> keyDefault(String key) {
        Schema element = items();
        Optional<JsonNode> builtIn = definitions.keyDefault(element.definition() + "." + key);
        return builtIn.isPresent() ? builtIn : element.property(key).flatMap(Schema::defaultValue);
    }

    /** The declared default. */
    public Optional<JsonNode> defaultValue() {
        return Optional.ofNullable(body.get("default"));
    }

    /** The parts of the patch strategy, such as merge and retainKeys. */
    public Set<String> patchStrategies() {
        String strategies = extension("x-kubernetes-patch-strategy");
        return strategies.isEmpty() ? Set.of() : Set.of(strategies.split(",", -1));
    }

    /** The field by which a strategic merge patch names elements, or empty. */
    public String patchMergeKey() {
        return extension("x-kubernetes-patch-merge-key");
    }

    /** How the field appears in Go and when it is left out. */
    public Optional<FieldShape> shape(String field) {
        return definitions.shape(definition, field);
    }

    /** The shapes of all fields, in alphabetical order. */
    public Map<String, FieldShape> shapes() {
        return definitions.shapes(definition);
    }

    private String extension(String name) {
        JsonNode value = extensionNode(name);
        return value == null ? "" : value.asText("");
    }

    private @Nullable JsonNode extensionNode(String name) {
        if (extensions != null && extensions.has(name)) {
            return extensions.get(name);
        }
        return body.get(name);
    }

    private Optional<Schema> resolve(@Nullable JsonNode child) {
        if (child == null || !child.isObject()) {
            return Optional.empty();
        }
        if (child.has("$ref")) {
            return Optional.of(definitions.referenced(child));
        }
        return Optional.of(new Schema(definitions, child, "", null));
    }

    private static List<String> texts(@Nullable JsonNode list) {
        List<String> out = new ArrayList<>();
        if (list != null) {
            list.forEach(item -> out.add(item.asText()));
        }
        return out;
    }
}
