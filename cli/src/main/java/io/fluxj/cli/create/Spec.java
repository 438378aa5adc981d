package io.fluxj.cli.create;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.api.meta.GoDuration;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A spec as it grows: what was not given leaves no trace. Fields within fields are named {@code ref.branch}.
 *
 * @param json what there is so far
 */
record Spec(ObjectNode json) {
    static Spec empty() {
        return new Spec(JsonNodeFactory.instance.objectNode());
    }

    /** A text, unless it is empty. */
    Spec text(String field, String value) {
        if (!value.isEmpty()) {
            parent(field).put(last(field), value);
        }
        return this;
    }

    /** The name of a Secret or the like, as {@code field.name}, unless it is empty. */
    Spec reference(String field, String name) {
        return text(field + ".name", name);
    }

    /** A duration as Go writes it. */
    Spec duration(String field, Duration value) {
        return text(field, GoDuration.of(value).toString());
    }

    /** A duration, if there is one. */
    @SuppressWarnings("OptionalUsedAsFieldOrParameterType")
    Spec duration(String field, Optional<Duration> value) {
        return value.map(given -> duration(field, given)).orElse(this);
    }

    /** A truth value, whatever it is. */
    Spec truth(String field, boolean value) {
        parent(field).put(last(field), value);
        return this;
    }

    /** {@code true}, or nothing. */
    Spec flag(String field, boolean value) {
        return value ? truth(field, true) : this;
    }

    /** Texts, unless there are none. */
    Spec texts(String field, List<String> values) {
        if (!values.isEmpty()) {
            ArrayNode list = parent(field).putArray(last(field));
            values.forEach(list::add);
        }
        return this;
    }

    /** Objects, unless there are none. */
    Spec objects(String field, List<ObjectNode> values) {
        if (!values.isEmpty()) {
            parent(field).putArray(last(field)).addAll(values);
        }
        return this;
    }

    /** An object, whatever is in it. */
    Spec object(String field, ObjectNode value) {
        parent(field).set(last(field), value);
        return this;
    }

    private ObjectNode parent(String field) {
        String[] parts = field.split("\\.");
        ObjectNode parent = json;
        for (String part : Arrays.copyOf(parts, parts.length - 1)) {
            parent = parent.withObjectProperty(part);
        }
        return parent;
    }

    private static String last(String field) {
        return field.substring(field.lastIndexOf('.') + 1);
    }
}
