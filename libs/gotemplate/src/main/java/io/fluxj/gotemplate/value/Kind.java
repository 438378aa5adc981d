package io.fluxj.gotemplate.value;

import java.util.Locale;

/** The kinds of types that Go's {@code reflect} knows, as far as templates meet them. */
public enum Kind {
    INVALID,
    BOOL,
    INT,
    INT8,
    INT16,
    INT32,
    INT64,
    UINT,
    UINT8,
    UINT16,
    UINT32,
    UINT64,
    UINTPTR,
    FLOAT32,
    FLOAT64,
    COMPLEX128,
    ARRAY,
    FUNC,
    INTERFACE,
    MAP,
    PTR,
    SLICE,
    STRING,
    STRUCT;

    /** The name that {@code reflect.Kind.String} gives. */
    public String goName() {
        return name().toLowerCase(Locale.ROOT);
    }

    public boolean isSigned() {
        return this == INT || this == INT8 || this == INT16 || this == INT32 || this == INT64;
    }

    public boolean isUnsigned() {
        return compareTo(UINT) >= 0 && compareTo(UINTPTR) <= 0;
    }

    public boolean isInteger() {
        return isSigned() || isUnsigned();
    }

    public boolean isFloat() {
        return this == FLOAT32 || this == FLOAT64;
    }

    public boolean isSequence() {
        return this == SLICE || this == ARRAY;
    }

    /** Bits of an integer of this kind; 64 for all others. */
    public int bits() {
        return switch (this) {
            case INT8, UINT8 -> 8;
            case INT16, UINT16 -> 16;
            case INT32, UINT32 -> 32;
            case INVALID,
                    BOOL,
                    INT,
                    INT64,
                    UINT,
                    UINT64,
                    UINTPTR,
                    FLOAT32,
                    FLOAT64,
                    COMPLEX128,
                    ARRAY,
                    FUNC,
                    INTERFACE,
                    MAP,
                    PTR,
                    SLICE,
                    STRING,
                    STRUCT -> 64;
        };
    }

    /** Whether a value of this kind can be nil. */
    public boolean isNillable() {
        return this == FUNC || this == INTERFACE || this == MAP || this == PTR || this == SLICE;
    }
}
