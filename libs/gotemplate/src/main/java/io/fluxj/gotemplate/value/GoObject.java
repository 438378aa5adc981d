package io.fluxj.gotemplate.value;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A value that the host gives: a struct, a pointer to one, or a named type with methods. */
public interface GoObject {

    GoType type();

    /** What a named type that is no struct consists of: a number, text, map or slice; a struct answers with itself. */
    default @Nullable Object underlying() {
        return this;
    }

    /** The exported fields of a struct, in the order of their declaration. */
    default List<Field> fields() {
        return List.of();
    }

    /** A method by its name. */
    default Optional<GoFunction> method(String name) {
        return Optional.empty();
    }

    /** Its text when it is a {@code fmt.Stringer} or an {@code error}. */
    default Optional<String> text() {
        return Optional.empty();
    }

    /** Its text where a template prints it as it stands, which is when methods of a pointer to it count too; functions get a copy that has none. */
    default Optional<String> addressedText() {
        return text();
    }

    /**
     * What is encoded in place of it by a type with a {@code MarshalJSON} or {@code MarshalText} of its own: a plain value.
     *
     * @return empty when it is encoded field by field
     */
    default Optional<Object> encoded() {
        return Optional.empty();
    }

    /**
     * One field of a struct.
     *
     * @param json its name in JSON; empty when it is left out there
     * @param omitEmpty whether JSON leaves out an empty value
     */
    record Field(
            String name,
            String json,
            boolean omitEmpty,
            @Nullable Object value) {
        public static Field of(String name, @Nullable Object value) {
            return new Field(name, name, false, value);
        }
    }
}
