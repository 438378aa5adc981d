package io.fluxj.kustomize.filter.hash;

import io.fluxj.archive.Digest;
import io.fluxj.archive.DigestAlgorithm;
import io.fluxj.kustomize.resource.Resource;
import io.fluxj.kustomize.yaml.JsonText;
import io.fluxj.kustomize.yaml.Mappings;
import io.fluxj.kustomize.yaml.Node;
import io.fluxj.kustomize.yaml.Plain;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Hash of what a ConfigMap or Secret holds: kind, data and, for Secrets, type; nothing of its metadata. */
final class ContentHash {

    private static final int LENGTH = 10;

    private ContentHash() {}

    static String of(Resource resource) {
        return encode(Digest.of(DigestAlgorithm.SHA256, JsonText.of(content(resource)))
                .hex());
    }

    private static @Nullable Object content(Resource resource) {
        return switch (resource.kind()) {
            case "ConfigMap" -> configMap(resource.root());
            case "Secret" -> secret(resource.root());
            default -> NodeJson.of(resource.root());
        };
    }

    private static Map<String, @Nullable Object> configMap(Node root) {
        Map<String, @Nullable Object> content = new TreeMap<>();
        content.put("kind", "ConfigMap");
        content.put("name", "");
        content.put("data", field(root, "data"));
        addMap(content, root, "binaryData");
        return content;
    }

    private static Map<String, @Nullable Object> secret(Node root) {
        Map<String, @Nullable Object> content = new TreeMap<>();
        content.put("kind", "Secret");
        content.put("name", "");
        content.put("type", field(root, "type"));
        content.put("data", field(root, "data"));
        addMap(content, root, "stringData");
        return content;
    }

    private static void addMap(Map<String, @Nullable Object> content, Node root, String name) {
        if (field(root, name) instanceof Map<?, ?> map) {
            content.put(name, map);
        }
    }

    private static @Nullable Object field(Node root, String name) {
        Node value = Mappings.get(root, name);
        if (value == null) {
            return "";
        }
        return value.isScalar() ? value.value() : Plain.ofResource(value);
    }

    /** The first characters, without vowels and digits that could form words. */
    private static String encode(String hex) {
        StringBuilder encoded = new StringBuilder(LENGTH);
        for (char c : hex.substring(0, LENGTH).toCharArray()) {
            encoded.append(
                    switch (c) {
                        case '0' -> 'g';
                        case '1' -> 'h';
                        case '3' -> 'k';
                        case 'a' -> 'm';
                        case 'e' -> 't';
                        default -> c;
                    });
        }
        return encoded.toString();
    }
}
