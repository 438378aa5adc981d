package io.fluxj.kustomize.yaml;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Turns nodes into plain values: {@code Map<String, Object>}, {@code List<Object>}, {@code String}, {@code Boolean}, {@code Long}, {@code
 * BigInteger}, {@code Double} and {@code null}.
 *
 * @see "kyaml-style.md A2, A7"
 */
public final class Plain {

    private final Scalars.Rules rules;
    private final boolean printed;

    private Plain(Scalars.Rules rules, boolean printed) {
        this.rules = rules;
        this.printed = printed;
    }

    /**
     * An object as kustomize hands it on: YAML 1.2 types, duplicate keys and keys that are no strings refused, folded scalars as its
     * printer garbles them.
     *
     * @throws YamlException if it cannot be
     */
    public static @Nullable Object ofResource(Node node) {
        return new Plain(Scalars.Rules.YAML_1_2, true).resource(node, true, false);
    }

    /** The same, but taken straight from the nodes without being printed in between, so that folded scalars are unharmed. */
    public static @Nullable Object ofDecoded(Node node) {
        return new Plain(Scalars.Rules.YAML_1_2, false).resource(node, true, false);
    }

    /**
     * A kustomization file, a patch or the like: YAML 1.1 types, the last of duplicate keys wins, keys are turned into strings. Aliases
     * have to be expanded before.
     */
    public static @Nullable Object ofConfiguration(Node node) {
        return new Plain(Scalars.Rules.YAML_1_1, true).configuration(node);
    }

    private @Nullable Object resource(Node node, boolean root, boolean flow) {
        return switch (node.kind()) {
            case SCALAR -> scalar(node, flow);
            case SEQUENCE -> list(node, flow || node.isFlow());
            case MAPPING -> map(node, root, flow || node.isFlow());
            case ALIAS -> resource(node.target(), root, flow);
        };
    }

    private List<@Nullable Object> list(Node node, boolean flow) {
        List<@Nullable Object> result = new ArrayList<>(node.content().size());
        for (Node child : node.content()) {
            result.add(resource(child, false, flow));
        }
        return result;
    }

    private Map<String, @Nullable Object> map(Node node, boolean root, boolean flow) {
        List<Node> content = node.content();
        Map<String, @Nullable Object> result = LinkedHashMap.newLinkedHashMap(content.size() / 2);
        Map<String, Node> seen = HashMap.newHashMap(content.size() / 2);
        for (int i = 0; i < content.size(); i += 2) {
            Node key = content.get(i);
            Node first = seen.put(key.value(), key);
            if (first != null) {
                throw new YamlException(
                        "mapping key \"" + key.value() + "\" is already defined at line " + first.line(),
                        key.line(),
                        "remove one of the two");
            }
            if (printed && key.isCommented()) {
                refuseBrackets(key, content.get(i + 1), flow && !node.isFlow());
            }
            result.put(key(key, root), resource(content.get(i + 1), false, flow));
        }
        return result;
    }

    /** A map or list that has to be printed in brackets goes on a line of its own after a comment beside its key, where it is lost. */
    private static void refuseBrackets(Node key, Node value, boolean movedIntoBrackets) {
        if (!value.isScalar() && (movedIntoBrackets || value.isNullOrEmpty())) {
            throw new YamlException(
                    "kustomize cannot print the value of '" + key.value()
                            + "' in brackets after the comment beside the key",
                    key.line(),
                    "put the comment on a line of its own above the key");
        }
    }

    private String key(Node key, boolean root) {
        if (key.kind() != Node.Kind.SCALAR) {
            throw new YamlException("a map or list cannot be a key", key.line(), "write the key as text");
        }
        Object value = scalar(key, false);
        if (value instanceof String text && !isDate(key)) {
            return text;
        }
        if (root && value != null) {
            return key.value();
        }
        throw new YamlException(
                "the key " + (key.value().isEmpty() ? "null" : key.value()) + " is not a string",
                key.line(),
                "put the key in quotes; keys that are generated or annotations cannot look like a number or boolean");
    }

    private boolean isDate(Node key) {
        return key.style() == Node.Style.PLAIN
                && key.tag().equals(Tags.TIMESTAMP)
                && Scalars.read(key.value(), rules).tag().equals(Tags.TIMESTAMP);
    }

    /**
     * A scalar as it reads after it was printed: its tag is printed only where it was spelled out or the text would read otherwise, and
     * what is printed in quotes is text. Inside braces and brackets, that is all text of several lines, and all that holds a colon.
     */
    private @Nullable Object scalar(Node node, boolean flow) {
        boolean quoted = node.style() != Node.Style.PLAIN
                || node.value().indexOf('\n') >= 0
                || (printed && flow && (node.value().isEmpty() || node.value().indexOf(':') >= 0));
        if (node.tag().isEmpty()) {
            return quoted
                    ? quoted(node, flow)
                    : Scalars.read(node.value(), rules).value();
        }
        if (node.tagWritten()) {
            return tagged(node);
        }
        if (node.tag().equals(Tags.STRING)) {
            return quoted(node, flow);
        }
        Scalars.Reading reading = Scalars.read(node.value(), rules);
        if (!reading.tag().equals(node.tag())) {
            return tagged(node);
        }
        return quoted ? quoted(node, flow) : reading.value();
    }

    private Object quoted(Node node, boolean flow) {
        if (!printed || flow) {
            return node.value();
        }
        boolean block = node.style() == Node.Style.FOLDED
                || node.style() == Node.Style.LITERAL
                || (node.style() == Node.Style.PLAIN && node.value().indexOf('\n') >= 0);
        if (block && node.value().startsWith("\t") && Folding.isBlock(node.value())) {
            throw new YamlException(
                    "text of several lines cannot begin with a tab", node.line(), "begin it with something else");
        }
        return node.style() == Node.Style.FOLDED ? Folding.damage(node.value()) : node.value();
    }

    private @Nullable Object tagged(Node node) {
        if (node.tag().equals(Tags.BINARY)) {
            return binary(node);
        }
        if (node.tag().equals(Tags.STRING) || !Tags.resolvable(node.tag())) {
            return node.value();
        }
        Scalars.Reading reading = Scalars.read(node.value(), rules);
        if (reading.tag().equals(node.tag())) {
            return reading.value();
        }
        if (node.tag().equals(Tags.FLOAT) && reading.value() instanceof Long integer) {
            return (double) integer;
        }
        throw new YamlException(
                "the value cannot be read as " + node.tag().substring(2),
                node.line(),
                "write it in the form of that type; a replacement keeps the type of the field it writes to");
    }

    private static String binary(Node node) {
        try {
            String digits = node.value().replace("\r", "").replace("\n", "");
            if (digits.length() % 4 != 0) {
                throw new IllegalArgumentException("without padding");
            }
            return new String(Base64.getDecoder().decode(digits), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new YamlException("a !!binary value is not base64", node.line(), "encode it without blanks");
        }
    }

    private @Nullable Object configuration(Node node) {
        return switch (node.kind()) {
            case ALIAS -> configuration(node.target());
            case SCALAR -> typed(node);
            case SEQUENCE -> configurations(node.content());
            case MAPPING -> configurationMap(node);
        };
    }

    private List<@Nullable Object> configurations(List<Node> nodes) {
        List<@Nullable Object> result = new ArrayList<>(nodes.size());
        nodes.forEach(child -> result.add(configuration(child)));
        return result;
    }

    private Map<String, @Nullable Object> configurationMap(Node node) {
        Map<String, @Nullable Object> result = new LinkedHashMap<>();
        for (int i = 0; i < node.content().size(); i += 2) {
            Node key = node.content().get(i);
            Object typed = key.isScalar() ? typed(key) : null;
            if (typed == null) {
                throw new YamlException("a key is neither text nor a number", key.line(), "put it in quotes");
            }
            String name = typed instanceof Double number ? GoNumbers.shortest(number) : typed.toString();
            result.put(name, configuration(node.content().get(i + 1)));
        }
        return result;
    }

    private @Nullable Object typed(Node node) {
        Object value = typedAnyhow(node);
        if (value instanceof Double number && !Double.isFinite(number)) {
            throw new YamlException(
                    "a number has to be finite", node.line(), "put it in quotes if it is meant as text");
        }
        return value;
    }

    private @Nullable Object typedAnyhow(Node node) {
        boolean plain = node.style() == Node.Style.PLAIN && !node.isAsText();
        if (node.tagWritten()) {
            return node.tag().equals(Tags.STRING) ? node.value() : tagged(node);
        }
        if (!plain) {
            return node.value();
        }
        Scalars.Reading reading = Scalars.read(node.value(), rules);
        return reading.tag().equals(Tags.TIMESTAMP) ? node.value() : reading.value();
    }
}
