package io.fluxj.apply.memory;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fluxj.apply.ObjectRef;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/**
 * The answer to a list of metadata.
 *
 * @param looks how each object looks
 * @param resourceVersion of the list
 */
record MetadataList(Map<ObjectRef, Look> looks, String resourceVersion) {
    private static final JsonFactory JSON = new ObjectMapper().getFactory();

    /**
     * Reads an answer one object at a time.
     *
     * @param kind group, version and kind of the objects
     * @param list the bytes of the answer
     * @throws IOException when it is not such an answer
     */
    static MetadataList read(ObjectRef kind, byte[] list) throws IOException {
        Map<ObjectRef, Look> looks = new HashMap<>();
        String version = "";
        try (JsonParser parser = JSON.createParser(list)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new IOException("the list is not an object");
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String field = parser.currentName();
                parser.nextToken();
                if (field.equals("items") && parser.currentToken() == JsonToken.START_ARRAY) {
                    items(parser, kind, looks);
                } else if (field.equals("metadata")) {
                    JsonNode metadata = parser.readValueAsTree();
                    version = metadata.path("resourceVersion").asText("");
                } else {
                    parser.skipChildren();
                }
            }
        }
        return new MetadataList(looks, version);
    }

    private static void items(JsonParser parser, ObjectRef kind, Map<ObjectRef, Look> looks) throws IOException {
        while (parser.nextToken() == JsonToken.START_OBJECT) {
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                boolean isMetadata = parser.currentName().equals("metadata");
                parser.nextToken();
                if (isMetadata) {
                    JsonNode metadata = parser.readValueAsTree();
                    looks.put(named(kind, metadata), Look.of(metadata));
                } else {
                    parser.skipChildren();
                }
            }
        }
    }

    /** The object of that kind with this metadata. */
    static ObjectRef named(ObjectRef kind, JsonNode metadata) {
        return new ObjectRef(
                kind.group(),
                kind.version(),
                kind.kind(),
                metadata.path("namespace").asText(""),
                metadata.path("name").asText(""));
    }
}
