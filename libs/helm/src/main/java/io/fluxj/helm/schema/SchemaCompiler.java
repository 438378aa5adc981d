package io.fluxj.helm.schema;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaException;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes schemas of texts. A schema is first validated against the schema of its own draft; nothing but those drafts is read besides it. */
final class SchemaCompiler {
    private static final String NAME = "file:///values.schema.json";
    private static final int DEEPEST = 200;

    private final ObjectMapper json = new ObjectMapper();

    /** Made when the first chart has a schema, since reading the drafts takes longer than most charts, and once for all. */
    private static final class Rules {
        static final Map<VersionFlag, JsonSchemaFactory> FACTORIES = Drafts.factories();
        static final Map<VersionFlag, JsonSchema> DRAFTS = Drafts.schemas(FACTORIES);
    }

    /**
     * What is wrong with values, as Helm words it; empty when nothing is.
     *
     * @throws SchemaFailure when the schema is at fault
     */
    String problems(String text, Map<String, @Nullable Object> values) {
        JsonNode schema = parsed(text);
        VersionFlag draft = Drafts.of(schema);
        requireShallow(schema, 0);
        requireValid(schema, draft);
        JsonNode instance = ValueNodes.of(values);
        try {
            JsonSchema compiled = Objects.requireNonNull(Rules.FACTORIES.get(draft))
                    .getSchema(SchemaLocation.of(NAME), named(schema, draft), config(draft));
            String found = FailureTree.of(compiled.validate(instance), new Subschemas(compiled), "")
                    .listed();
            return found.isEmpty() ? "" : found + "\n";
        } catch (JsonSchemaException e) {
            throw new SchemaFailure(RefFailures.message(e, NAME));
        } catch (StackOverflowError e) {
            throw new SchemaFailure("schema refers to itself without end");
        }
    }

    private JsonNode parsed(String text) {
        try {
            return json.readTree(text);
        } catch (JsonProcessingException e) {
            throw new SchemaFailure(e.getOriginalMessage());
        }
    }

    private static void requireShallow(JsonNode node, int depth) {
        if (depth > DEEPEST) {
            throw new SchemaFailure("schema is nested deeper than " + DEEPEST);
        }
        node.forEach(inner -> requireShallow(inner, depth + 1));
    }

    private static void requireValid(JsonNode schema, VersionFlag draft) {
        JsonSchema rules = Objects.requireNonNull(Rules.DRAFTS.get(draft));
        String found = FailureTree.of(rules.validate(schema), new Subschemas(rules), "")
                .listed();
        if (!found.isEmpty()) {
            throw new SchemaFailure(
                    "\"" + NAME + "#\" is not valid against metaschema: jsonschema validation failed with '"
                            + Drafts.address(draft) + "'\n" + found);
        }
    }

    /** The schema under the plain name of its draft, which is all that the validator takes. */
    private static JsonNode named(JsonNode schema, VersionFlag draft) {
        if (!(schema instanceof ObjectNode object)) {
            return schema;
        }
        ObjectNode copy = object.deepCopy();
        copy.put("$schema", draft.getId());
        return copy;
    }

    private static SchemaValidatorsConfig config(VersionFlag draft) {
        return SchemaValidatorsConfig.builder()
                .formatAssertionsEnabled(Drafts.assertsFormats(draft))
                .regularExpressionFactory(RegularExpressions::of)
                .build();
    }
}
