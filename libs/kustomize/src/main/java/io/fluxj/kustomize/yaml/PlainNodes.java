package io.fluxj.kustomize.yaml;

import io.fluxj.yaml.SixtyBase;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns plain values back into nodes. */
public final class PlainNodes {

    private PlainNodes() {}

    /**
     * As kustomize takes values back from JSON it reads as YAML: numbers keep their value, all text is in double quotes, all maps and lists
     * in braces and brackets, which shows where they are patched.
     */
    public static Node ofJson(@Nullable Object value) {
        return node(value, false);
    }

    /** As kustomize takes values back from JSON it reads as JSON: every number is a double then, nothing is in quotes that need not be. */
    public static Node ofJsonDoubles(@Nullable Object value) {
        return node(value, true);
    }

    private static Node node(@Nullable Object value, boolean doubles) {
        Node node = bare(value, doubles);
        node.setPlaced();
        return node;
    }

    private static Node bare(@Nullable Object value, boolean doubles) {
        return switch (value) {
            case null -> Node.scalar("null", Tags.NULL);
            case Map<?, ?> map -> map(map, doubles);
            case List<?> list -> list(list, doubles);
            case String text -> doubles ? string(text) : quoted(text);
            case Boolean flag -> Node.scalar(flag.toString(), Tags.BOOL);
            case Double number -> number(doubles ? GoNumbers.shortest(number) : GoNumbers.json(number));
            case Long number -> number(doubles ? GoNumbers.shortest(number.doubleValue()) : number.toString());
            case BigInteger number -> number(doubles ? GoNumbers.shortest(number.doubleValue()) : number.toString());
            default -> throw new IllegalArgumentException("no plain value: " + value.getClass());
        };
    }

    private static Node number(String text) {
        return Node.scalar(text, Scalars.read(text, Scalars.Rules.YAML_1_2).tag());
    }

    private static Node string(String text) {
        Node node = Node.string(text);
        boolean plain = Scalars.read(text, Scalars.Rules.YAML_1_2).tag().equals(Tags.STRING)
                && !Scalars.isOldBoolean(text)
                && !SixtyBase.matches(text);
        if (!plain && node.style() == Node.Style.PLAIN) {
            node.setStyle(Node.Style.DOUBLE_QUOTED);
        }
        return node;
    }

    private static Node quoted(String text) {
        Node node = Node.scalar(text, Tags.STRING);
        node.setStyle(Node.Style.DOUBLE_QUOTED);
        return node;
    }

    private static Node list(List<?> list, boolean doubles) {
        Node node = Node.sequence();
        node.setTag(Tags.SEQUENCE);
        node.setFlow(!doubles);
        list.forEach(item -> node.content().add(node(item, doubles)));
        return node;
    }

    private static Node map(Map<?, ?> map, boolean doubles) {
        Node node = Node.mapping();
        node.setTag(Tags.MAP);
        node.setFlow(!doubles);
        map.forEach((key, value) -> {
            node.content().add(doubles ? string(key.toString()) : quoted(key.toString()));
            node.content().add(node(value, doubles));
        });
        return node;
    }
}
