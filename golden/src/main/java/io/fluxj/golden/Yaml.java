package io.fluxj.golden;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reading recordings, and printing what differs. */
public final class Yaml {
    private static final ObjectMapper YAML = new ObjectMapper(new RecordedYaml()
                    .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
                    .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
                    .disable(YAMLGenerator.Feature.SPLIT_LINES)
                    .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER))
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

    private Yaml() {}

    /** The file's one document. */
    public static JsonNode read(Path file) {
        try {
            return orEmpty(YAML.readTree(Files.readString(file)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read " + file, unreadable);
        }
    }

    /** The text's one document. */
    public static JsonNode parse(String text) {
        try {
            return orEmpty(YAML.readTree(text));
        } catch (JsonProcessingException malformed) {
            throw new IllegalArgumentException("malformed YAML", malformed);
        }
    }

    private static JsonNode orEmpty(JsonNode document) {
        return document.isMissingNode() ? JsonNodeFactory.instance.objectNode() : document;
    }

    /** The same text for equal trees: keys are in order. */
    public static String print(JsonNode tree) {
        try {
            return YAML.writeValueAsString(YAML.treeToValue(tree, Object.class));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
