package io.fluxj.kube.schema;

import java.util.Locale;

/**
 * How the real server holds a field of a built-in kind, which decides what becomes of zero values.
 *
 * @param kind what it is in memory
 * @param zero what happens to it when it is zero
 * @param number its number in the protobuf form, 0 when it has none
 */
public record FieldShape(Kind kind, Zero zero, int number) {
    /** What the field is in memory. */
    public enum Kind {
        /** A pointer: absent and zero differ. */
        PTR,
        /** A list. */
        SLICE,
        /** A map. */
        MAP,
        /** A nested value that is always there. */
        STRUCT,
        /** A text. */
        STRING,
        /** A number. */
        NUMBER,
        /** A truth value. */
        BOOL,
        /** An amount such as 100m. */
        QUANTITY,
        /** A point in time. */
        TIME,
        /** A number or a text. */
        INTSTR,
        /** Any object. */
        RAW,
        /** Any value. */
        INTERFACE
    }

    /** What happens to a zero value on output. */
    public enum Zero {
        /** It is left out, save for nested values. */
        EMPTY,
        /** It is left out, nested values too. */
        ZERO,
        /** It is written. */
        KEEP
    }

    static FieldShape of(String kind, String zero, String number) {
        return new FieldShape(
                Kind.valueOf(kind.toUpperCase(Locale.ROOT)),
                Zero.valueOf(zero.toUpperCase(Locale.ROOT)),
                Integer.parseInt(number));
    }
}
