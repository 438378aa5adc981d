package io.fluxj.kube.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Reads one YAML 1.1 document as JSON, as the real server does: a plain {@code y} is true. JSON text is YAML too. */
public final class YamlText {
    private static final int MAX_ALIASES = 50;
    private static final int MAX_DEPTH = 100;
    private static final int MAX_CODE_POINTS = 4 * 1024 * 1024;
    private static final int MAX_NODES = 200_000;
    private static final Set<String> TRUE = Set.of("y", "yes", "on", "true");
    private static final Set<String> BOOLEAN = Set.of("y", "n", "yes", "no", "on", "off", "true", "false");

    private final List<String> repeated = new ArrayList<>();
    private int nodes;

    private YamlText() {}

    /**
     * A document.
     *
     * @param value as JSON
     * @param repeated what is wrong with keys that come twice, in the words of the real server
     */
    public record Document(JsonNode value, List<String> repeated) {}

    /**
     * Reads a document.
     *
     * @throws IOException when it is not YAML
     */
    public static JsonNode parse(byte[] yaml) throws IOException {
        return read(yaml).value();
    }

    /**
     * Reads a document.
     *
     * @throws IOException when it is not YAML
     */
    public static Document read(byte[] yaml) throws IOException {
        int first = firstByte(yaml);
        if (first == '{' || first == '[') {
            JsonNode json = Nodes.parse(yaml);
            if (!Nodes.repeatsKeys(yaml)) {
                return new Document(json, List.of());
            }
        }
        try {
            Node root = new Yaml(limits()).compose(new StringReader(text(yaml)));
            YamlText text = new YamlText();
            JsonNode value = root == null ? Nodes.FACTORY.missingNode() : text.convert(root);
            return new Document(value, text.repeated);
        } catch (YAMLException e) {
            throw new IOException(
                    "yaml: "
                            + String.valueOf(e.getMessage()).lines().findFirst().orElse(""),
                    e);
        }
    }

    private static String text(byte[] yaml) throws IOException {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(yaml))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new IOException("yaml: invalid UTF-8", e);
        }
    }

    private static int firstByte(byte[] text) {
        for (byte b : text) {
            if (!Character.isWhitespace(b)) {
                return b;
            }
        }
        return -1;
    }

    private static LoaderOptions limits() {
        LoaderOptions limits = new LoaderOptions();
        limits.setMaxAliasesForCollections(MAX_ALIASES);
        limits.setNestingDepthLimit(MAX_DEPTH);
        limits.setCodePointLimit(MAX_CODE_POINTS);
        limits.setAllowDuplicateKeys(true);
        return limits;
    }

    private JsonNode convert(Node node) throws IOException {
        if (++nodes > MAX_NODES) {
            throw new IOException("yaml: document contains excessive aliasing");
        }
        return switch (node) {
            case MappingNode mapping -> mapping(mapping);
            case SequenceNode sequence -> {
                ArrayNode out = Nodes.array();
                for (Node item : sequence.getValue()) {
                    out.add(convert(item));
                }
                yield out;
            }
            case ScalarNode scalar -> scalar(scalar);
            default -> throw new IOException("yaml: unexpected node");
        };
    }

    private JsonNode mapping(MappingNode mapping) throws IOException {
        ObjectNode out = Nodes.object();
        for (NodeTuple tuple : mapping.getValue()) {
            JsonNode value = convert(tuple.getValueNode());
            if (tuple.getKeyNode() instanceof ScalarNode key) {
                if (key.getTag().equals(Tag.MERGE) && value.isObject()) {
                    value.properties().forEach(e -> out.putIfAbsent(e.getKey(), e.getValue()));
                } else {
                    if (out.has(key.getValue())) {
                        repeated.add("line " + (key.getStartMark().getLine() + 1) + ": key \"" + key.getValue()
                                + "\" already set in map");
                    }
                    out.set(scalar(key).asText(), value);
                }
            } else {
                throw new IOException("yaml: invalid map key");
            }
        }
        return out;
    }

    private static JsonNode scalar(ScalarNode scalar) {
        String text = scalar.getValue();
        if (!scalar.isPlain()) {
            return Nodes.FACTORY.textNode(text);
        }
        if (isBoolean(text)) {
            return Nodes.FACTORY.booleanNode(TRUE.contains(text.toLowerCase(Locale.ROOT)));
        }
        Tag tag = scalar.getTag();
        if (tag.equals(Tag.NULL)) {
            return Nodes.FACTORY.nullNode();
        }
        try {
            if (tag.equals(Tag.INT)) {
                return Nodes.FACTORY.numberNode(Long.decode(text.replace("_", "")));
            }
            if (tag.equals(Tag.FLOAT)) {
                return Nodes.FACTORY.numberNode(Double.parseDouble(text.replace("_", "")));
            }
        } catch (NumberFormatException e) {
            return Nodes.FACTORY.textNode(text);
        }
        return Nodes.FACTORY.textNode(text);
    }

    /** Lower case, upper case or capitalized, not mixed. */
    private static boolean isBoolean(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        boolean cased = text.equals(lower)
                || text.equals(text.toUpperCase(Locale.ROOT))
                || text.substring(1).equals(lower.substring(1));
        return BOOLEAN.contains(lower) && cased;
    }
}
