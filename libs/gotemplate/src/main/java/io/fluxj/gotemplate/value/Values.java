package io.fluxj.gotemplate.value;

import java.util.AbstractList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What reflection tells of a value. */
public final class Values {
    private Values() {}

    /** The dynamic type; nil and the absence of a value have none: {@code interface {}} is answered. */
    public static GoType type(@Nullable Object value) {
        return switch (value) {
            case null -> GoType.ANY;
            case NoValue none -> GoType.ANY;
            case String text -> GoType.STRING;
            case Boolean flag -> GoType.BOOL;
            case Double number -> GoType.FLOAT64;
            case Float number -> GoType.FLOAT32;
            case Long number -> GoType.INT64;
            case GoInt number -> number.type();
            case Map<?, ?> map -> GoType.ANY_MAP;
            case List<?> list -> GoType.ANY_SLICE;
            case GoMap map -> map.type();
            case GoSlice slice -> slice.type();
            case byte[] bytes -> GoType.BYTES;
            case GoObject object -> object.type();
            case NilPointer pointer -> pointer.type();
            case GoComplex number -> GoType.COMPLEX128;
            case GoFunction function -> GoType.FUNC;
            case GoIterator iterator -> iterator.type();
            default -> throw new IllegalArgumentException("no value of a template: " + value.getClass());
        };
    }

    public static Kind kind(@Nullable Object value) {
        return value == null || value == NoValue.NO_VALUE
                ? Kind.INVALID
                : type(value).kind();
    }

    /** What a named type consists of; any other value is answered as it is. */
    public static @Nullable Object underlying(@Nullable Object value) {
        return value instanceof GoObject object && object.type().kind() != Kind.STRUCT ? object.underlying() : value;
    }

    /** Whether it is nil or the absence of a value. */
    public static boolean isNil(@Nullable Object value) {
        return switch (underlying(value)) {
            case null -> true;
            case NoValue none -> true;
            case NilPointer pointer -> true;
            case GoSlice slice -> slice.nil();
            case GoMap map -> map.nil();
            default -> false;
        };
    }

    /** The value of an integer; that of an unsigned one as its two's complement. */
    public static long integer(@Nullable Object value) {
        return switch (underlying(value)) {
            case Long number -> number;
            case GoInt number -> number.bits();
            case null, default -> throw new IllegalArgumentException("no integer: " + value);
        };
    }

    public static double floating(@Nullable Object value) {
        return switch (underlying(value)) {
            case Double number -> number;
            case Float number -> number;
            case null, default -> throw new IllegalArgumentException("no floating-point number: " + value);
        };
    }

    /** The text of a value whose kind is string. */
    public static String string(@Nullable Object value) {
        return (String) java.util.Objects.requireNonNull(underlying(value));
    }

    /** The elements of a slice or array. */
    public static List<? extends @Nullable Object> items(@Nullable Object value) {
        return switch (underlying(value)) {
            case List<?> list -> list;
            case GoSlice slice -> slice.items();
            case byte[] bytes -> new Octets(bytes);
            case null, default -> throw new IllegalArgumentException("no slice: " + value);
        };
    }

    /** The entries of a map, in no order. */
    public static Map<?, ? extends @Nullable Object> entries(@Nullable Object value) {
        return switch (underlying(value)) {
            case Map<?, ?> map -> map;
            case GoMap map -> map.entries();
            case null, default -> throw new IllegalArgumentException("no map: " + value);
        };
    }

    /** Go's {@code len}: bytes of a text, elements of anything else. */
    public static int length(@Nullable Object value) {
        Kind kind = kind(value);
        if (kind == Kind.STRING) {
            return GoText.length(string(value));
        }
        return kind == Kind.MAP ? entries(value).size() : items(value).size();
    }

    /** Go's idea of truth in templates: not the zero value of its type. */
    public static boolean truth(@Nullable Object value) {
        Kind kind = kind(value);
        Object plain = underlying(value);
        return switch (kind) {
            case INVALID -> false;
            case BOOL -> Boolean.TRUE.equals(plain);
            case STRING -> !string(plain).isEmpty();
            case ARRAY, SLICE -> !items(plain).isEmpty();
            case MAP -> !entries(plain).isEmpty();
            case FLOAT32, FLOAT64 -> floating(plain) != 0;
            case COMPLEX128 -> !new GoComplex(0, 0).equals(plain);
            case FUNC, PTR, INTERFACE -> !isNil(value);
            case STRUCT -> true;
            case INT, INT8, INT16, INT32, INT64, UINT, UINT8, UINT16, UINT32, UINT64, UINTPTR -> integer(plain) != 0;
        };
    }

    /** Bytes as numbers of type uint8. */
    private static final class Octets extends AbstractList<Object> {
        private final byte[] bytes;

        Octets(byte[] bytes) {
            this.bytes = bytes;
        }

        @Override
        public Object get(int index) {
            return GoInt.of(GoType.UINT8, bytes[index]);
        }

        @Override
        public int size() {
            return bytes.length;
        }
    }
}
