package io.fluxj.gotemplate.format;

import io.fluxj.gotemplate.value.GoText;
import io.fluxj.gotemplate.value.Meter;
import java.util.Locale;

/** Prints numbers and texts with the width, precision and signs that the flags ask for. */
final class ScalarPrinter {
    private static final String LOWER = "0123456789abcdefx";
    private static final String UPPER = "0123456789ABCDEFX";

    private final StringBuilder out;
    private final Flags flags;
    private final Meter meter;

    ScalarPrinter(StringBuilder out, Flags flags, Meter meter) {
        this.out = out;
        this.flags = flags;
        this.meter = meter;
    }

    void padded(String text) {
        int missing = flags.hasWidth ? flags.width - GoText.runes(text) : 0;
        if (!flags.minus) {
            padding(missing);
        }
        meter.reserve(text.length());
        out.append(text);
        if (flags.minus) {
            padding(missing);
        }
    }

    private void padding(int count) {
        if (count > 0) {
            meter.reserve(count);
            out.repeat(flags.zero && !flags.minus ? '0' : ' ', count);
        }
    }

    private void paddedWithBlanks(String text) {
        boolean zero = flags.zero;
        flags.zero = false;
        padded(text);
        flags.zero = zero;
    }

    /** @param upper whether letters among the digits are upper case */
    void integer(long bits, int base, boolean signed, char verb, boolean upper) {
        boolean negative = signed && bits < 0;
        String sign = negative ? "-" : flags.plus ? "+" : flags.space ? " " : "";
        if (flags.hasPrecision && flags.precision == 0 && bits == 0) {
            boolean zero = flags.zero;
            flags.zero = false;
            padding(flags.width);
            flags.zero = zero;
            return;
        }
        int least = flags.hasPrecision ? flags.precision : 0;
        if (!flags.hasPrecision && flags.zero && !flags.minus && flags.hasWidth) {
            least = flags.width - sign.length();
        }
        String digits = Long.toUnsignedString(negative ? -bits : bits, base);
        digits = upper ? digits.toUpperCase(Locale.ROOT) : digits;
        meter.reserve(Math.max(0, least - digits.length()));
        digits = "0".repeat(Math.max(0, least - digits.length())) + digits;
        paddedWithBlanks(sign + prefix(digits, base, verb, upper) + digits);
    }

    private String prefix(String digits, int base, char verb, boolean upper) {
        String octal = verb == 'O' ? "0o" : "";
        if (!flags.sharp) {
            return octal;
        }
        return switch (base) {
            case 2 -> "0b";
            case 8 -> octal + (digits.startsWith("0") ? "" : "0");
            case 16 -> upper ? "0X" : "0x";
            default -> octal;
        };
    }

    void hexWithPrefix(long bits, boolean prefix) {
        boolean sharp = flags.sharp;
        flags.sharp = prefix;
        integer(bits, 16, false, 'v', false);
        flags.sharp = sharp;
    }

    void character(long bits) {
        int rune = bits < 0 || bits > Character.MAX_CODE_POINT ? GoText.REPLACEMENT : GoText.rune((int) bits);
        padded(Character.toString(rune));
    }

    void quotedCharacter(long bits) {
        int rune = bits < 0 || bits > Character.MAX_CODE_POINT ? GoText.REPLACEMENT : (int) bits;
        padded(Quoting.quotedRune(rune, flags.plus));
    }

    void unicode(long bits) {
        String digits = Long.toUnsignedString(bits, 16).toUpperCase(Locale.ROOT);
        int least = flags.hasPrecision && flags.precision > 4 ? flags.precision : 4;
        meter.reserve(least);
        String text = "U+" + "0".repeat(Math.max(0, least - digits.length())) + digits;
        boolean shown = flags.sharp && bits >= 0 && bits <= Character.MAX_CODE_POINT && Quoting.isPrint((int) bits);
        paddedWithBlanks(shown ? text + " '" + Character.toString((int) bits) + "'" : text);
    }

    void floating(double value, int bits, char verb, int defaultPrecision) {
        int precision = flags.hasPrecision ? flags.precision : defaultPrecision;
        meter.reserve(Math.max(0, precision));
        String number = GoFloats.format(value, verb, precision, bits);
        String signed = number.startsWith("-") || number.startsWith("+") ? number : "+" + number;
        if (flags.space && signed.startsWith("+") && !flags.plus) {
            signed = " " + signed.substring(1);
        }
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            boolean bare = Double.isNaN(value) && !flags.space && !flags.plus;
            boolean positive = !flags.plus && signed.startsWith("+");
            paddedWithBlanks(bare || (positive && Double.isNaN(value)) ? signed.substring(1) : signed);
            return;
        }
        if (flags.sharp && verb != 'b') {
            signed = withPoint(signed, verb, precision);
        }
        if (flags.plus || !signed.startsWith("+")) {
            signedFloating(signed);
        } else {
            padded(signed.substring(1));
        }
    }

    private void signedFloating(String signed) {
        if (flags.zero && !flags.minus && flags.hasWidth && flags.width > signed.length()) {
            out.append(signed.charAt(0));
            padding(flags.width - signed.length());
            out.append(signed, 1, signed.length());
        } else {
            padded(signed);
        }
    }

    /** The sharp flag: a point always, and for {@code %g} the zeros at the end. */
    private static String withPoint(String signed, char verb, int precision) {
        int digits = verb == 'g' || verb == 'G' || verb == 'x' ? (precision < 0 ? 6 : precision) : 0;
        int end = signed.length();
        boolean point = false;
        boolean significant = false;
        for (int i = 1; i < end; i++) {
            char c = signed.charAt(i);
            boolean exponent = c == 'p' || c == 'P' || ((c == 'e' || c == 'E') && verb != 'x' && verb != 'X');
            if (exponent) {
                end = i;
            } else if (c == '.') {
                point = true;
            } else {
                significant |= c != '0';
                digits -= significant ? 1 : 0;
            }
        }
        String number = signed.substring(0, end);
        if (!point) {
            digits -= number.length() == 2 && number.charAt(1) == '0' ? 1 : 0;
            number += ".";
        }
        return number + "0".repeat(Math.max(0, digits)) + signed.substring(end);
    }

    void text(String text) {
        padded(truncated(text));
    }

    void quoted(String text) {
        String shown = truncated(text);
        if (flags.sharp && Quoting.canBackquote(shown)) {
            padded("`" + shown + "`");
        } else {
            padded(flags.plus ? Quoting.quotedAscii(shown) : Quoting.quoted(shown));
        }
    }

    private String truncated(String text) {
        boolean cut = flags.hasPrecision && GoText.runes(text) > flags.precision;
        return cut ? text.substring(0, text.offsetByCodePoints(0, flags.precision)) : text;
    }

    void hexBytes(byte[] bytes, boolean upper) {
        int length = flags.hasPrecision ? Math.min(flags.precision, bytes.length) : bytes.length;
        String digits = upper ? UPPER : LOWER;
        StringBuilder text = new StringBuilder(2 * length);
        for (int i = 0; i < length; i++) {
            text.append(flags.space && i > 0 ? " " : "");
            text.append(flags.sharp && (flags.space || i == 0) ? "0" + digits.charAt(16) : "");
            text.append(digits.charAt((bytes[i] >> 4) & 0xF)).append(digits.charAt(bytes[i] & 0xF));
        }
        padded(text.toString());
    }
}
