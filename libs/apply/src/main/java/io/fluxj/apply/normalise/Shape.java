package io.fluxj.apply.normalise;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** What a field of a built-in kind holds. */
sealed interface Shape {

    /** Whatever it is, it is not looked into. */
    record Anything() implements Shape {}

    /** A string, integer, number or boolean. */
    enum Scalar implements Shape {
        STRING,
        INTEGER,
        NUMBER,
        BOOLEAN;

        boolean admits(JsonNode value) {
            return switch (this) {
                case STRING -> value.isTextual();
                case INTEGER -> value.isIntegralNumber();
                case NUMBER -> value.isNumber();
                case BOOLEAN -> value.isBoolean();
            };
        }
    }

    /** A list whose elements are all shaped alike. */
    record ListOf(Shape element) implements Shape {}

    /** A map with free keys. */
    record MapOf(Shape value) implements Shape {}

    /** A struct, by the name of its type. */
    record Struct(String type) implements Shape {}

    /** Fields of one type. */
    record Fields(Map<String, Shape> byName) {}
}
