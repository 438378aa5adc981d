package io.fluxj.kube.schema;

import com.fasterxml.jackson.databind.JsonNode;
import io.fluxj.kube.json.Nodes;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.GZIPInputStream;

/** The definitions of all built-in kinds, as shipped with this library. */
public final class Definitions {
    static final Definitions EMPTY = new Definitions(Nodes.object(), Nodes.object(), Map.of());

    private static final int SHAPE_COLUMNS = 5;

    private final JsonNode definitions;
    private final JsonNode keyDefaults;
    private final Map<String, Map<String, FieldShape>> shapes;
    private final Map<String, Schema> resolved = new ConcurrentHashMap<>();
    private final Map<String, String> byKind = new HashMap<>();

    private Definitions(JsonNode definitions, JsonNode keyDefaults, Map<String, Map<String, FieldShape>> shapes) {
        this.definitions = definitions;
        this.keyDefaults = keyDefaults;
        this.shapes = shapes;
        definitions.properties().forEach(e -> e.getValue()
                .path("x-kubernetes-group-version-kind")
                .forEach(gvk -> byKind.put(
                        gvk.path("group").asText() + "/" + gvk.path("version").asText() + "/"
                                + gvk.path("kind").asText(),
                        e.getKey())));
    }

    /** Reads the definitions that are shipped. */
    public static Definitions load() {
        try (InputStream in = new GZIPInputStream(resource("kubernetes-1.36.json.gz"))) {
            JsonNode file = Nodes.parse(in.readAllBytes());
            return new Definitions(file.path("definitions"), file.path("keyDefaults"), loadShapes());
        } catch (IOException e) {
            throw new UncheckedIOException("the built-in schemas could not be read", e);
        }
    }

    /** The schema of a kind. */
    public Optional<Schema> ofKind(String group, String version, String kind) {
        return Optional.ofNullable(byKind.get(group + "/" + version + "/" + kind))
                .map(this::named);
    }

    /** The schema of a definition. */
    public Schema named(String name) {
        return resolved.computeIfAbsent(name, n -> new Schema(this, definitions.path(n), n, null));
    }

    /** Every definition as it is. */
    public JsonNode all() {
        return definitions;
    }

    /** A schema of its own that may refer to these definitions. */
    public Schema extended(JsonNode body) {
        return new Schema(this, body, "", null);
    }

    Schema referenced(JsonNode reference) {
        String name = reference.path("$ref").asText();
        if (reference.size() == 1) {
            return named(name);
        }
        return new Schema(this, definitions.path(name), name, reference);
    }

    Optional<JsonNode> keyDefault(String path) {
        return Optional.ofNullable(keyDefaults.get(path));
    }

    Optional<FieldShape> shape(String definition, String field) {
        return Optional.ofNullable(shapes(definition).get(field));
    }

    Map<String, FieldShape> shapes(String definition) {
        return shapes.getOrDefault(definition, Map.of());
    }

    private static Map<String, Map<String, FieldShape>> loadShapes() throws IOException {
        Map<String, Map<String, FieldShape>> out = new HashMap<>();
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(resource("field-shapes.tsv"), StandardCharsets.UTF_8))) {
            reader.readLine();
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                List<String> column = List.of(line.split("\t", SHAPE_COLUMNS));
                out.computeIfAbsent(column.get(0), d -> new TreeMap<>())
                        .put(column.get(1), FieldShape.of(column.get(2), column.get(3), column.get(4)));
            }
        }
        return out;
    }

    private static InputStream resource(String name) {
        return Objects.requireNonNull(
                Definitions.class.getResourceAsStream("/io/fluxj/kube/" + name), () -> "missing resource " + name);
    }
}
