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

/** Reads the answer to a list of metadata, one object at a time. */
final class MetadataList {
    private static final JsonFactory JSON = new ObjectMapper().getFactory();

    private MetadataList() {}

    /**
     * The fingerprints in the answer.
     *
     * @param kind group, version and kind of the objects
     * @param list the bytes of the answer
     * @throws IOException when it is not such an answer
     */
    static Map<ObjectRef, Hash> fingerprints(ObjectRef kind, byte[] list) throws IOException {
        Map<ObjectRef, Hash> found = new HashMap<>();
        try (JsonParser parser = JSON.createParser(list)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new IOException("the list is not an object");
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String field = parser.currentName();
                parser.nextToken();
                if (field.equals("items") && parser.currentToken() == JsonToken.START_ARRAY) {
                    items(parser, kind, found);
                } else {
                    parser.skipChildren();
                }
            }
        }
        return found;
    }

    private static void items(JsonParser parser, ObjectRef kind, Map<ObjectRef, Hash> found) throws IOException {
        while (parser.nextToken() == JsonToken.START_OBJECT) {
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                boolean metadata = parser.currentName().equals("metadata");
                parser.nextToken();
                if (metadata) {
                    item(parser.readValueAsTree(), kind, found);
                } else {
                    parser.skipChildren();
                }
            }
        }
    }

    private static void item(JsonNode metadata, ObjectRef kind, Map<ObjectRef, Hash> found) {
        ObjectRef ref = new ObjectRef(
                kind.group(),
                kind.version(),
                kind.kind(),
                metadata.path("namespace").asText(""),
                metadata.path("name").asText(""));
        found.put(ref, Fingerprint.of(metadata));
    }
}
