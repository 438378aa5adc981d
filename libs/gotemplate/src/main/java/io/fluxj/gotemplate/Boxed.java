package io.fluxj.gotemplate;

import io.fluxj.gotemplate.value.GoType;
import io.fluxj.gotemplate.value.Values;
import org.jspecify.annotations.Nullable;

/**
 * A value whose static type is {@code interface {}}, as that of an element of a list is: Go names this type when a field of the value is
 * not to be found. A pipeline takes the value out.
 */
record Boxed(Object value) {

    /** An element of something that holds elements of a type. */
    static @Nullable Object element(@Nullable Object value, GoType type) {
        return value != null && type.equals(GoType.ANY) ? new Boxed(value) : value;
    }

    static @Nullable Object open(@Nullable Object value) {
        return value instanceof Boxed boxed ? boxed.value : value;
    }

    static GoType staticType(@Nullable Object value) {
        return value instanceof Boxed ? GoType.ANY : Values.type(value);
    }
}
