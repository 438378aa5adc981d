package io.fluxj.kube.discovery;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.kube.json.Nodes;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which fields of built-in kinds are said to be required, and which values are said to be possible. Only documents say so. */
final class FieldFacts {
    private static final int COLUMNS = 4;

    private final Map<String, List<Fact>> byDefinition;

    private record Fact(String field, boolean required, List<String> values) {}

    private FieldFacts(Map<String, List<Fact>> byDefinition) {
        this.byDefinition = byDefinition;
    }

    private static final class Holder {
        private static final FieldFacts ONLY = load();
    }

    /** The facts that are shipped, read when first asked for. */
    static FieldFacts shipped() {
        return Holder.ONLY;
    }

    private static FieldFacts load() {
        Map<String, List<Fact>> out = new HashMap<>();
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(resource(), StandardCharsets.UTF_8))) {
            reader.readLine();
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                List<String> column = List.of(line.split("\t", COLUMNS));
                List<String> values = column.get(3).isEmpty()
                        ? List.of()
                        : List.of(column.get(3).split(",", -1));
                out.computeIfAbsent(column.get(0), d -> new ArrayList<>())
                        .add(new Fact(column.get(1), !column.get(2).isEmpty(), values));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("what is known of fields could not be read", e);
        }
        return new FieldFacts(out);
    }

    private static InputStream resource() {
        InputStream in = FieldFacts.class.getResourceAsStream("/io/fluxj/kube/field-facts.tsv");
        if (in == null) {
            throw new IllegalStateException("missing resource field-facts.tsv");
        }
        return in;
    }

    /** Writes them into a copy of a definition. */
    void describe(String definition, ObjectNode schema) {
        ArrayNode required = Nodes.array();
        for (Fact fact : byDefinition.getOrDefault(definition, List.of())) {
            if (fact.required()) {
                required.add(fact.field());
            }
            if (!fact.values().isEmpty() && schema.path("properties").get(fact.field()) instanceof ObjectNode field) {
                ObjectNode holder = field.get("items") instanceof ObjectNode items ? items : field;
                holder.set("enum", Nodes.strings(fact.values()));
            }
        }
        if (!required.isEmpty()) {
            schema.set("required", required);
        }
    }
}
