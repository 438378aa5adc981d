package io.fluxj.sops.format;

import java.util.PrimitiveIterator;
import java.util.stream.IntStream;

/** UTF-8 as Go reads it: each byte that does not fit is one wrong character. */
final class Utf8 {
    /** Stands for a byte that is no UTF-8. */
    static final int WRONG = -1;

    private Utf8() {}

    /** The characters. */
    static IntStream points(byte[] bytes) {
        IntStream.Builder points = IntStream.builder();
        for (int i = 0; i < bytes.length; ) {
            int length = length(bytes, i);
            points.add(length == 0 ? WRONG : point(bytes, i, length));
            i += Math.max(length, 1);
        }
        return points.build();
    }

    /** As a string, with the replacement character for what is wrong. */
    static String string(byte[] bytes) {
        StringBuilder text = new StringBuilder(bytes.length);
        PrimitiveIterator.OfInt points = points(bytes).iterator();
        while (points.hasNext()) {
            int point = points.nextInt();
            text.appendCodePoint(point == WRONG ? 0xFFFD : point);
        }
        return text.toString();
    }

    private static int length(byte[] bytes, int at) {
        int first = bytes[at] & 0xFF;
        int length = first < 0x80 ? 1 : first < 0xC2 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : first < 0xF5 ? 4 : 0;
        if (length == 0 || at + length > bytes.length) {
            return 0;
        }
        for (int i = 1; i < length; i++) {
            if ((bytes[at + i] & 0xC0) != 0x80) {
                return 0;
            }
        }
        return isShortest(point(bytes, at, length), length) ? length : 0;
    }

    private static boolean isShortest(int point, int length) {
        return switch (length) {
            case 3 -> point >= 0x800 && (point < 0xD800 || point > 0xDFFF);
            case 4 -> point >= 0x10000 && point <= 0x10FFFF;
            default -> true;
        };
    }

    private static int point(byte[] bytes, int at, int length) {
        int point = bytes[at] & (length == 1 ? 0x7F : 0xFF >> (length + 1));
        for (int i = 1; i < length; i++) {
            point = point << 6 | (bytes[at + i] & 0x3F);
        }
        return point;
    }
}
