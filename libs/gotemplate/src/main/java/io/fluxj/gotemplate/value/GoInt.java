package io.fluxj.gotemplate.value;

/**
 * An integer of any type but int64, which a {@link Long} stands for.
 *
 * @param bits the value; that of an unsigned type as its two's complement
 */
public record GoInt(GoType type, long bits) {

    /** An integer of the given type; bits that do not fit are cut off. */
    public static Object of(GoType type, long bits) {
        long cut = cut(type.kind(), bits);
        return type.equals(GoType.INT64) ? (Object) cut : new GoInt(type, cut);
    }

    /** A Go int. */
    public static GoInt of(long value) {
        return new GoInt(GoType.INT, value);
    }

    private static long cut(Kind kind, long bits) {
        int width = kind.bits();
        if (width == 64) {
            return bits;
        }
        long high = bits << (64 - width);
        return kind.isSigned() ? high >> (64 - width) : high >>> (64 - width);
    }

    @Override
    public String toString() {
        return type.kind().isUnsigned() ? Long.toUnsignedString(bits) : Long.toString(bits);
    }
}
