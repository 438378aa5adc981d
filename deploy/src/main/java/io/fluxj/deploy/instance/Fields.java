package io.fluxj.deploy.instance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The fields of one object in the manifest; whatever is wrong is told with the field's path.
 *
 * @param node the object; a missing node where it is not there
 * @param at its path, such as {@code spec.cluster}
 */
record Fields(JsonNode node, String at) {
    /** Names of objects and namespaces. */
    static final Pattern NAME = Pattern.compile("[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?");

    private static final int MOST = 1000;

    Fields {
        if (!node.isMissingNode() && !node.isNull() && !node.isObject()) {
            throw new InvalidInstanceException(at + " must be an object");
        }
    }

    /** Refuses fields that there are not. */
    Fields only(String... names) {
        List<String> known = List.of(names);
        node.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                throw new InvalidInstanceException("unknown field %s.%s: there are %s".formatted(at, name, known));
            }
        });
        return this;
    }

    /** The object below. */
    Fields below(String name) {
        return new Fields(node.path(name), at + "." + name);
    }

    boolean isThere() {
        return node.isObject();
    }

    /** A text; {@code otherwise} where it is not there. */
    String text(String name, String otherwise) {
        JsonNode value = node.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return otherwise;
        }
        if (!value.isTextual()) {
            throw wrong(name, "must be a text");
        }
        return value.textValue();
    }

    /** A text that must be there. */
    String required(String name) {
        String value = text(name, "");
        if (value.isEmpty()) {
            throw wrong(name, "is required");
        }
        return value;
    }

    /** A text of a form. */
    String matching(String name, String otherwise, Pattern form) {
        String value = text(name, otherwise);
        if (!value.isEmpty() && !form.matcher(value).matches()) {
            throw wrong(name, "'%s' is not of the form %s".formatted(value, form));
        }
        return value;
    }

    /** The name of an object. */
    String name(String name, String otherwise) {
        return matching(name, otherwise, NAME);
    }

    /** One of some texts. */
    String oneOf(String name, String otherwise, String... choices) {
        String value = text(name, otherwise);
        if (!value.equals(otherwise) && !List.of(choices).contains(value)) {
            throw wrong(name, "must be one of %s, not '%s'".formatted(String.join(", ", choices), value));
        }
        return value;
    }

    boolean flag(String name, boolean otherwise) {
        JsonNode value = node.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return otherwise;
        }
        if (!value.isBoolean()) {
            throw wrong(name, "must be true or false");
        }
        return value.booleanValue();
    }

    /** The elements of a list; none where it is not there. */
    List<JsonNode> list(String name) {
        JsonNode value = node.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return List.of();
        }
        if (!value.isArray() || value.size() > MOST) {
            throw wrong(name, "must be a list of at most " + MOST);
        }
        List<JsonNode> elements = new ArrayList<>();
        value.forEach(elements::add);
        return elements;
    }

    /** Texts by key. */
    Map<String, String> texts(String name) {
        Fields below = below(name);
        Map<String, String> texts = new TreeMap<>();
        below.node().fieldNames().forEachRemaining(key -> texts.put(key, below.text(key, "")));
        return texts;
    }

    InvalidInstanceException wrong(String name, String why) {
        return new InvalidInstanceException("%s.%s %s".formatted(at, name, why));
    }
}
