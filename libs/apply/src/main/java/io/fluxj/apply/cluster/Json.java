package io.fluxj.apply.cluster;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;

/** Trees in and out. */
final class Json {
    static final ObjectMapper MAPPER = new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private static final ObjectWriter FOR_APPLY = applyWriter();

    private Json() {}

    static JsonNode read(byte[] body) {
        try {
            return MAPPER.readTree(body);
        } catch (IOException e) {
            throw new ApiException(0, "", "the API server answered with something that is not JSON", e);
        }
    }

    static String write(JsonNode tree) {
        return written(MAPPER.writer(), tree);
    }

    /** JSON that means the same when it is read as YAML 1.1, which is how the server reads an apply. */
    static String writeForApply(JsonNode tree) {
        return written(FOR_APPLY, tree);
    }

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    private static ObjectWriter applyWriter() {
        ObjectMapper mapper = new ObjectMapper().enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN);
        mapper.getFactory().setCharacterEscapes(new YamlSafeEscapes());
        return mapper.writer();
    }

    private static String written(ObjectWriter writer, JsonNode tree) {
        try {
            return writer.writeValueAsString(tree);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a JSON tree could not be written", e);
        }
    }
}
