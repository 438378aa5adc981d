package io.fluxj.source.helm.index;

import java.util.List;
import java.util.Optional;

/** What a value within an index has to be. */
sealed interface Shape {
    /**
     * A text.
     *
     * @param lenient whether numbers and truth values of YAML are taken as texts, which depends on how deep in Helm's types the field stands
     */
    record Text(boolean lenient) implements Shape {}

    /** A truth value. */
    record Flag() implements Shape {}

    /** A moment, by RFC 3339. */
    record Moment() implements Shape {}

    /** A list. */
    record Items(Shape item) implements Shape {}

    /** A mapping with any keys. */
    record Table(Shape value) implements Shape {}

    /** A mapping with these keys, which are written in this order. */
    record Struct(List<Field> fields) implements Shape {
        /** The field of a key; as in Go, letters may be of the other case. Without streams, for indexes have millions of keys. */
        Optional<Field> find(String key) {
            for (Field field : fields) {
                if (field.name().equals(key)) {
                    return Optional.of(field);
                }
            }
            for (Field field : fields) {
                if (field.name().equalsIgnoreCase(key)) {
                    return Optional.of(field);
                }
            }
            return Optional.empty();
        }
    }

    /** Whatever it is. */
    record Anything() implements Shape {}

    /**
     * A field of a {@link Struct}.
     *
     * @param always whether it is written even when it is empty
     */
    record Field(String name, Shape shape, boolean always) {
        static Field of(String name, Shape shape) {
            return new Field(name, shape, false);
        }

        static Field always(String name, Shape shape) {
            return new Field(name, shape, true);
        }
    }
}
