package io.fluxj.source.helm.index;

import org.jspecify.annotations.Nullable;

/** A piece of an index. */
sealed interface Token {
    /** A mapping begins: keys and values follow in turn. */
    record MapBegins() implements Token {}

    /** A list begins. */
    record ListBegins() implements Token {}

    /** The innermost mapping or list ends. */
    record Ends() implements Token {}

    /**
     * A value, or the key of a mapping.
     *
     * @param value null, a truth value, a number or a text
     */
    record Value(@Nullable Object value) implements Token {
        String kind() {
            return switch (value) {
                case null -> "null";
                case String _ -> "string";
                case Boolean _ -> "bool";
                default -> "number";
            };
        }
    }

    /** What is said of it where it should not be. */
    default String word() {
        return switch (this) {
            case MapBegins _ -> "object";
            case ListBegins _ -> "array";
            case Ends _ -> "end";
            case Value value -> value.kind();
        };
    }
}
