package io.fluxj.helm.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.util.EnumMap;
import java.util.Map;

/** The drafts of JSON schema. */
final class Drafts {
    private Drafts() {}

    /**
     * The draft that a schema names; the newest when it names none.
     *
     * @throws SchemaFailure when it names a schema of its own, which would have to be fetched
     */
    static VersionFlag of(JsonNode schema) {
        String named = schema.path("$schema").asText("");
        String plain = named.replaceFirst("^https?://", "").replaceFirst("#$", "");
        return switch (plain) {
            case "", "json-schema.org/schema", "json-schema.org/draft/2020-12/schema" -> VersionFlag.V202012;
            case "json-schema.org/draft/2019-09/schema" -> VersionFlag.V201909;
            case "json-schema.org/draft-07/schema" -> VersionFlag.V7;
            case "json-schema.org/draft-06/schema" -> VersionFlag.V6;
            case "json-schema.org/draft-04/schema" -> VersionFlag.V4;
            default -> throw Loader.refused(named);
        };
    }

    /** As Helm's messages name it. */
    static String address(VersionFlag draft) {
        return draft.getId().endsWith("#") ? draft.getId() : draft.getId() + "#";
    }

    /** Before 2019-09 formats are asserted, later they are notes. */
    static boolean assertsFormats(VersionFlag draft) {
        return draft != VersionFlag.V201909 && draft != VersionFlag.V202012;
    }

    static Map<VersionFlag, JsonSchemaFactory> factories() {
        Map<VersionFlag, JsonSchemaFactory> factories = new EnumMap<>(VersionFlag.class);
        for (VersionFlag draft : VersionFlag.values()) {
            JsonSchemaFactory standard = JsonSchemaFactory.getInstance(draft);
            factories.put(
                    draft,
                    JsonSchemaFactory.builder(standard)
                            .metaSchema(Formats.in(draft))
                            .schemaLoaders(loaders -> loaders.values(all -> {
                                all.clear();
                                all.add(new Loader());
                            }))
                            .build());
        }
        return factories;
    }

    static Map<VersionFlag, JsonSchema> schemas(Map<VersionFlag, JsonSchemaFactory> factories) {
        Map<VersionFlag, JsonSchema> schemas = new EnumMap<>(VersionFlag.class);
        SchemaValidatorsConfig config = SchemaValidatorsConfig.builder()
                .regularExpressionFactory(RegularExpressions::of)
                .build();
        factories.forEach(
                (draft, factory) -> schemas.put(draft, factory.getSchema(SchemaLocation.of(draft.getId()), config)));
        return schemas;
    }
}
