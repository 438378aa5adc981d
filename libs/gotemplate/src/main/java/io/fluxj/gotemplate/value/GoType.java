package io.fluxj.gotemplate.value;

import org.jspecify.annotations.Nullable;

/**
 * A type of Go.
 *
 * @param name as {@code %T} prints it
 * @param key type of a map's keys
 * @param elem type of what a map, slice, array or pointer holds
 */
public record GoType(
        Kind kind,
        String name,
        @Nullable GoType key,
        @Nullable GoType elem) {
    public static final GoType ANY = basic(Kind.INTERFACE, "interface {}");
    public static final GoType BOOL = basic(Kind.BOOL, "bool");
    public static final GoType STRING = basic(Kind.STRING, "string");
    public static final GoType INT = basic(Kind.INT, "int");
    public static final GoType INT8 = basic(Kind.INT8, "int8");
    public static final GoType INT16 = basic(Kind.INT16, "int16");
    public static final GoType INT32 = basic(Kind.INT32, "int32");
    public static final GoType INT64 = basic(Kind.INT64, "int64");
    public static final GoType UINT = basic(Kind.UINT, "uint");
    public static final GoType UINT8 = basic(Kind.UINT8, "uint8");
    public static final GoType UINT16 = basic(Kind.UINT16, "uint16");
    public static final GoType UINT32 = basic(Kind.UINT32, "uint32");
    public static final GoType UINT64 = basic(Kind.UINT64, "uint64");
    public static final GoType FLOAT32 = basic(Kind.FLOAT32, "float32");
    public static final GoType FLOAT64 = basic(Kind.FLOAT64, "float64");
    public static final GoType COMPLEX128 = basic(Kind.COMPLEX128, "complex128");
    public static final GoType FUNC = basic(Kind.FUNC, "func()");
    /** A parameter that takes any value as it is, "no value" included. */
    public static final GoType VALUE = basic(Kind.STRUCT, "reflect.Value");

    public static final GoType ANY_SLICE = slice(ANY);
    public static final GoType STRINGS = slice(STRING);
    public static final GoType INTS = slice(INT);
    public static final GoType BYTES = slice(UINT8);
    public static final GoType ANY_MAP = map(STRING, ANY);
    public static final GoType STRING_MAP = map(STRING, STRING);

    /** A type without parts; {@code name} may be a name of its own such as {@code time.Month}. */
    public static GoType basic(Kind kind, String name) {
        return new GoType(kind, name, null, null);
    }

    public static GoType slice(GoType elem) {
        return new GoType(Kind.SLICE, "[]" + elem.name, null, elem);
    }

    public static GoType map(GoType key, GoType elem) {
        return new GoType(Kind.MAP, "map[" + key.name + "]" + elem.name, key, elem);
    }

    public static GoType pointer(GoType elem) {
        return new GoType(Kind.PTR, "*" + elem.name, null, elem);
    }

    public static GoType struct(String name) {
        return basic(Kind.STRUCT, name);
    }

    /** The same type under a name of its own. */
    public GoType named(String typeName) {
        return new GoType(kind, typeName, key, elem);
    }

    /** Type of the elements; {@code interface {}} where there is none. */
    public GoType elemOrAny() {
        return elem == null ? ANY : elem;
    }

    /** Whether the name is spelled from the parts, so that it can stand for any type of the same structure. */
    public boolean isLiteral() {
        return name.startsWith("[") || name.startsWith("map[") || name.startsWith("*") || equals(ANY);
    }

    /** Whether a value of this type can be given where {@code target} is expected. */
    public boolean assignableTo(GoType target) {
        if (equals(target) || target.equals(ANY)) {
            return true;
        }
        boolean sameParts = kind == target.kind
                && java.util.Objects.equals(key, target.key)
                && java.util.Objects.equals(elem, target.elem);
        return sameParts && (kind == Kind.MAP || kind == Kind.SLICE) && (isLiteral() || target.isLiteral());
    }

    /** The value that a variable of this type has at first. */
    public @Nullable Object zero() {
        return switch (kind) {
            case BOOL -> false;
            case STRING -> "";
            case INT, INT8, INT16, INT32, INT64, UINT, UINT8, UINT16, UINT32, UINT64, UINTPTR -> GoInt.of(this, 0);
            case FLOAT32 -> 0f;
            case FLOAT64 -> 0d;
            case COMPLEX128 -> new GoComplex(0, 0);
            case SLICE -> GoSlice.nil(this);
            case MAP -> GoMap.nil(this);
            case PTR -> new NilPointer(this);
            case INVALID, ARRAY, FUNC, INTERFACE, STRUCT -> null;
        };
    }

    @Override
    public String toString() {
        return name;
    }
}
