package io.fluxj.substitution;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Characters in bytes, read as Go reads them: a byte that is part of no character counts as one by itself. */
final class Utf8 {

    private static final int REPLACEMENT = 0xFFFD;

    private Utf8() {}

    /** {@return how many bytes the character at {@code at} has when the bytes end at {@code end}} */
    static int width(byte[] value, int at, int end) {
        int lead = value[at] & 0xFF;
        int wanted = lead < 0x80 ? 1 : lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC2 ? 2 : 1;
        if (at + wanted > end) {
            return 1;
        }
        for (int i = 1; i < wanted; i++) {
            if ((value[at + i] & 0xC0) != 0x80) {
                return 1;
            }
        }
        return wanted;
    }

    /** {@return the character at {@code at}, of the given width} */
    static int character(byte[] value, int at, int width) {
        if (width == 1) {
            return value[at] >= 0 ? value[at] : REPLACEMENT;
        }
        return new String(value, at, width, UTF_8).codePointAt(0);
    }
}
