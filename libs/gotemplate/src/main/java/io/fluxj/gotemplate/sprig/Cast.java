package io.fluxj.gotemplate.sprig;

import io.fluxj.gotemplate.format.GoNumbers;
import io.fluxj.gotemplate.value.GoInt;
import org.jspecify.annotations.Nullable;

/** Turns any value into a number as {@code spf13/cast} does: 0 where there is none. Named number types but {@code time.Month} and its like are none. */
final class Cast {
    private static final double TWO_TO_63 = 0x1p63;

    private Cast() {}

    static long toLong(@Nullable Object value) {
        return switch (value) {
            case Long number -> number;
            case GoInt number -> number.bits();
            case Double number -> truncated(number);
            case Float number -> truncated(number);
            case Boolean flag -> flag ? 1 : 0;
            case String text -> GoNumbers.parseInt(withoutZeroDecimals(text), 0).orElse(0);
            case null, default -> 0;
        };
    }

    static double toDouble(@Nullable Object value) {
        return switch (value) {
            case Long number -> number;
            case GoInt number -> number.type().kind().isUnsigned() ? unsigned(number.bits()) : (double) number.bits();
            case Double number -> number;
            case Float number -> number;
            case Boolean flag -> flag ? 1 : 0;
            case String text -> text(text);
            case null, default -> 0;
        };
    }

    private static double text(String text) {
        double value = GoNumbers.parseFloat(text).orElse(0d);
        boolean overflows = Double.isInfinite(value) && text.chars().anyMatch(Character::isDigit);
        return overflows ? 0 : value;
    }

    /** Go's conversion on common processors: what does not fit is the least number. */
    static long truncated(double value) {
        return value >= -TWO_TO_63 && value < TWO_TO_63 ? (long) value : Long.MIN_VALUE;
    }

    private static double unsigned(long bits) {
        return bits >= 0 ? bits : new java.math.BigDecimal(Long.toUnsignedString(bits)).doubleValue();
    }

    /** {@code 12.00} as {@code 12}. */
    private static String withoutZeroDecimals(String text) {
        boolean zero = false;
        for (int i = text.length() - 1; i >= 0; i--) {
            char c = text.charAt(i);
            if (c == '.' && zero) {
                return text.substring(0, i);
            }
            if (c != '0' && c != '.') {
                return text;
            }
            zero |= c == '0';
        }
        return text;
    }
}
