package io.fluxj.notification.receiver.payload;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What a part of a body has to be. Nothing has to be there, and {@code null} stands for nothing. */
public sealed interface Shape {

    /** A text. */
    record Text() implements Shape {}

    /** A list of texts. */
    record Texts() implements Shape {}

    /**
     * An object.
     *
     * @param name of the type in Go, for messages; empty when it has none
     * @param fields that it may have; others are passed over
     */
    record Fields(String name, Map<String, Shape> fields) implements Shape {
        public Fields {
            fields = Map.copyOf(fields);
        }

        String type() {
            return name.isEmpty() ? "struct" : "server." + name;
        }
    }

    /** An object with these fields. */
    static Fields of(String name, Map<String, Shape> fields) {
        return new Fields(name, fields);
    }

    /**
     * Checks a body.
     *
     * @throws MalformedPayload at the first part that is something else
     */
    static void check(Fields shape, JsonNode body) throws MalformedPayload {
        if (body.isNull()) {
            return;
        }
        if (!body.isObject()) {
            throw new MalformedPayload(
                    "json: cannot unmarshal %s into Go value of type %s".formatted(GoJson.kind(body), shape.type()));
        }
        checkFields(shape, body, "");
    }

    private static void checkFields(Fields shape, JsonNode object, String path) throws MalformedPayload {
        for (var field : object.properties()) {
            Optional<Map.Entry<String, Shape>> known = known(shape, field.getKey());
            if (known.isPresent() && !field.getValue().isNull()) {
                String here = path + known.get().getKey();
                check(known.get().getValue(), field.getValue(), new Place(shape.name(), here));
            }
        }
    }

    /** By the exact name, or else in any case. */
    private static Optional<Map.Entry<String, Shape>> known(Fields shape, String name) {
        return new TreeMap<>(shape.fields())
                .entrySet().stream()
                        .filter(field -> field.getKey().equalsIgnoreCase(name))
                        .findFirst();
    }

    private static void check(Shape shape, JsonNode value, Place place) throws MalformedPayload {
        switch (shape) {
            case Text() -> place.require(value.isTextual(), value, "string");
            case Texts() -> {
                place.require(value.isArray(), value, "[]string");
                for (JsonNode item : value) {
                    place.require(item.isTextual() || item.isNull(), item, "string");
                }
            }
            case Fields fields -> {
                place.require(value.isObject(), value, fields.type());
                checkFields(fields, value, place.path() + ".");
            }
        }
    }

    /** Where a part is. */
    record Place(String type, String path) {
        void require(boolean holds, JsonNode value, String wanted) throws MalformedPayload {
            if (!holds) {
                throw new MalformedPayload("json: cannot unmarshal %s into Go struct field %s.%s of type %s"
                        .formatted(GoJson.kind(value), type, path, wanted));
            }
        }
    }
}
