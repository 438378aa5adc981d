package io.fluxj.apply;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.util.List;
import java.util.stream.Stream;

/** Manifests written as YAML. */
public final class Yaml {
    private static final ObjectMapper MAPPER = new ObjectMapper(new YAMLFactory());

    private Yaml() {}

    public static ObjectNode object(String text) {
        return (ObjectNode) tree(text);
    }

    public static JsonNode tree(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** The documents of a stream, with {@code {ns}} replaced. */
    public static List<ObjectNode> objects(String namespace, String stream) {
        return Stream.of(stream.replace("{ns}", namespace).split("(?m)^---\n", -1))
                .filter(document -> !document.isBlank())
                .map(Yaml::object)
                .toList();
    }
}
