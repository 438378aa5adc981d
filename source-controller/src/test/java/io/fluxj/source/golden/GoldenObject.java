package io.fluxj.source.golden;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** An object's metadata, status, stored file and folder in the comparable form, recorded or observed. */
final class GoldenObject {
    private GoldenObject() {}

    /** As recorded. Size and digest of the gzip file are left out: they hold for Go's deflate only. */
    static JsonNode recorded(JsonNode expected) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        if (expected.path("absent").asBoolean()) {
            return node.put("absent", true);
        }
        node.set("metadata", expected.path("metadata"));
        ObjectNode status = expected.path("status").isObject()
                ? expected.path("status").deepCopy()
                : JsonNodeFactory.instance.objectNode();
        node.set("status", comparable(status));
        ObjectNode file = expected.path("file").isObject()
                ? expected.path("file").deepCopy()
                : JsonNodeFactory.instance.objectNode();
        node.set("file", shortened(file, listed(expected)));
        ArrayNode storage = node.putArray("storage");
        expected.path("storage").forEach(storage::add);
        return node;
    }

    /** How many entries of the archive the recording lists. */
    static int listed(JsonNode expected) {
        return expected.at("/file/entries").size();
    }

    /** As observed, with so many of the archive's entries. */
    static JsonNode observed(Optional<JsonNode> object, GoldenServers servers, Path store, int listed)
            throws IOException {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        if (object.isEmpty()) {
            return node.put("absent", true);
        }
        ObjectNode metadata = node.putObject("metadata");
        metadata.set("generation", object.get().at("/metadata/generation"));
        if (object.get().at("/metadata/finalizers").isArray()) {
            metadata.set("finalizers", object.get().at("/metadata/finalizers"));
        }
        ObjectNode status = object.get().path("status").isObject()
                ? object.get().path("status").deepCopy()
                : JsonNodeFactory.instance.objectNode();
        String path = status.at("/artifact/path").asText();
        node.set("status", generalized(comparable(status), servers));
        node.set(
                "file",
                path.isEmpty()
                        ? JsonNodeFactory.instance.objectNode()
                        : shortened(GoldenFile.describe(store, path), listed));
        ArrayNode storage = node.putArray("storage");
        String folder =
                "gitrepository/" + object.get().at("/metadata/namespace").asText() + "/"
                        + object.get().at("/metadata/name").asText();
        GoldenFile.folder(store.resolve(folder)).forEach(storage::add);
        return node;
    }

    private static ObjectNode comparable(ObjectNode status) {
        if (status.path("artifact") instanceof ObjectNode artifact) {
            artifact.remove(List.of("digest", "size", "lastUpdateTime"));
        }
        for (JsonNode condition : status.path("conditions")) {
            ObjectNode changed = (ObjectNode) condition;
            changed.remove("lastTransitionTime");
            changed.put("message", GoldenText.comparable(changed.path("message").asText()));
        }
        return status;
    }

    private static JsonNode generalized(ObjectNode status, GoldenServers servers) throws IOException {
        return new ObjectMapper().readTree(servers.generalize(status.toString()));
    }

    private static ObjectNode shortened(ObjectNode file, int listed) {
        file.remove(List.of("digest", "size"));
        if (file.path("entries") instanceof ArrayNode entries) {
            while (entries.size() > listed) {
                entries.remove(entries.size() - 1);
            }
        }
        return file;
    }
}
