package io.fluxj.kube.apply;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.kube.json.Nodes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One step of a path into an object.
 *
 * @param kind what the step goes by
 * @param text the canonical text behind the kind's letter: a field's name, the JSON of keys or of a value, an index
 */
public record PathElement(Kind kind, String text) implements Comparable<PathElement> {
    /** What a step goes by, in the order in which steps are written. */
    public enum Kind {
        /** A field of an object. */
        FIELD("f"),
        /** An element of a list by its keys. */
        KEY("k"),
        /** An element of a set. */
        VALUE("v"),
        /** An element by its place. */
        INDEX("i");

        private final String letter;

        Kind(String letter) {
            this.letter = letter;
        }
    }

    /** The member called {@code name}. */
    public static PathElement field(String name) {
        return new PathElement(Kind.FIELD, name);
    }

    /** The list element with these keys. */
    public static PathElement key(Map<String, JsonNode> keys) {
        ObjectNode json = Nodes.object();
        new TreeMap<>(keys).forEach(json::set);
        return new PathElement(Kind.KEY, Nodes.text(json));
    }

    /** The set element that is this value. */
    public static PathElement value(JsonNode value) {
        return new PathElement(Kind.VALUE, Nodes.text(value));
    }

    /** The list element at a place. */
    public static PathElement index(int index) {
        return new PathElement(Kind.INDEX, Integer.toString(index));
    }

    /** Reads the form in which managedFields hold it; unknown letters are refused. */
    static PathElement parse(String text) {
        int colon = text.indexOf(':');
        String rest = text.substring(colon + 1);
        return switch (colon < 0 ? "" : text.substring(0, colon)) {
            case "f" -> field(rest);
            case "k" -> new PathElement(Kind.KEY, Nodes.text(Nodes.sorted(Nodes.parseTrusted(rest))));
            case "v" -> value(Nodes.parseTrusted(rest));
            case "i" -> index(Integer.parseInt(rest));
            default -> throw new IllegalArgumentException("not a path element: " + text);
        };
    }

    /** The form in which managedFields hold it. */
    String encoded() {
        return kind.letter + ":" + text;
    }

    /** The form in which messages show it: {@code .name}, {@code [name="c"]}, {@code [="x"]}, {@code [0]}. */
    public String shown() {
        return switch (kind) {
            case FIELD -> "." + text;
            case VALUE -> "[=" + text + "]";
            case INDEX -> "[" + text + "]";
            case KEY -> {
                List<String> parts = new ArrayList<>();
                Nodes.parseTrusted(text)
                        .properties()
                        .forEach(e -> parts.add(e.getKey() + "=" + Nodes.text(e.getValue())));
                yield "[" + String.join(",", parts) + "]";
            }
        };
    }

    @Override
    public int compareTo(PathElement other) {
        int byKind = kind.compareTo(other.kind);
        return byKind != 0 ? byKind : text.compareTo(other.text);
    }
}
