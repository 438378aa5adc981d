package io.fluxj.gotemplate.value;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Go's texts, which are bytes, as Java's. A byte that is not part of valid UTF-8 stands in a Java text as one lone surrogate, U+DC00 plus the
 * byte, so that every text of Go has its counterpart; indexes and lengths of this class count bytes.
 */
public final class GoText {
    /** What Go reads in place of a byte that is no UTF-8. */
    public static final int REPLACEMENT = 0xFFFD;

    private static final int LONE = 0xDC00;

    private GoText() {}

    /** Whether a code point stands for a byte that is no UTF-8. */
    public static boolean isLone(int codePoint) {
        return codePoint >= LONE + 0x80 && codePoint <= LONE + 0xFF;
    }

    /** The rune that Go sees where {@code codePoint} stands. */
    public static int rune(int codePoint) {
        return codePoint >= 0xD800 && codePoint <= 0xDFFF ? REPLACEMENT : codePoint;
    }

    /** How many bytes a code point takes. */
    public static int width(int codePoint) {
        if (codePoint < 0x80 || isLone(codePoint)) {
            return 1;
        }
        return codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4;
    }

    public static int length(String text) {
        return length(text, 0, text.length());
    }

    /** Bytes of the part of a text between two of its Java indexes. */
    public static int length(String text, int from, int to) {
        int bytes = 0;
        for (int i = from; i < to; ) {
            int c = text.codePointAt(i);
            bytes += width(c);
            i += Character.charCount(c);
        }
        return bytes;
    }

    /** How many runes Go counts. */
    public static int runes(String text) {
        return text.codePointCount(0, text.length());
    }

    public static byte[] bytes(String text) {
        if (!hasLone(text)) {
            return text.getBytes(StandardCharsets.UTF_8);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream(text.length() + 16);
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            if (isLone(c)) {
                out.write(c - LONE);
            } else {
                out.writeBytes(Character.toString(rune(c)).getBytes(StandardCharsets.UTF_8));
            }
            i += Character.charCount(c);
        }
        return out.toByteArray();
    }

    public static String of(byte[] bytes) {
        return of(bytes, 0, bytes.length);
    }

    /** The text of the bytes from one index to another. */
    public static String of(byte[] bytes, int from, int to) {
        String quick = new String(bytes, from, to - from, StandardCharsets.UTF_8);
        if (quick.indexOf(REPLACEMENT) < 0) {
            return quick;
        }
        StringBuilder out = new StringBuilder(to - from);
        for (int i = from; i < to; ) {
            int width = validWidth(bytes, i, to);
            if (width == 0) {
                out.append((char) (LONE + (bytes[i] & 0xFF)));
                i++;
            } else {
                out.append(new String(bytes, i, width, StandardCharsets.UTF_8));
                i += width;
            }
        }
        return out.toString();
    }

    /** The bytes of a text from one index to another, as a text. */
    public static String slice(String text, int from, int to) {
        if (isAscii(text)) {
            return text.substring(from, to);
        }
        return of(bytes(text), from, to);
    }

    /** Puts together what a text cut into pieces has of valid UTF-8 across their borders. */
    public static String joined(String text) {
        return hasLone(text) ? of(bytes(text)) : text;
    }

    /** Every byte that is no UTF-8 replaced by U+FFFD. */
    public static String replaced(String text) {
        if (!hasLone(text)) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().map(GoText::rune).forEach(out::appendCodePoint);
        return out.toString();
    }

    /** Whether all bytes are UTF-8. */
    public static boolean isValid(String text) {
        return !hasLone(text);
    }

    /** {@code unicode.IsSpace}. */
    public static boolean isSpace(int c) {
        return (c >= '\t' && c <= '\r') || c == ' ' || c == 0x85 || c == 0xA0 || (c > 0xFF && Character.isSpaceChar(c));
    }

    /** {@code strings.TrimSpace}. */
    public static String trimSpace(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isSpace(text.charAt(from))) {
            from++;
        }
        while (to > from && isSpace(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    public static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    /** Go's order of texts: by their bytes. */
    public static int compare(String left, String right) {
        int end = Math.min(left.length(), right.length());
        for (int i = 0; i < end; i++) {
            char l = left.charAt(i);
            char r = right.charAt(i);
            if (l != r) {
                return Character.isSurrogate(l) || Character.isSurrogate(r)
                        ? java.util.Arrays.compareUnsigned(bytes(left), bytes(right))
                        : Character.compare(l, r);
            }
        }
        return Integer.compare(left.length(), right.length());
    }

    private static boolean hasLone(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isSurrogate(c)) {
                if (Character.isLowSurrogate(c)
                        || i + 1 == text.length()
                        || !Character.isLowSurrogate(text.charAt(i + 1))) {
                    return true;
                }
                i++;
            }
        }
        return false;
    }

    /** How many bytes from {@code at} on are one valid rune; 0 when none. */
    private static int validWidth(byte[] bytes, int at, int end) {
        int first = bytes[at] & 0xFF;
        int width = first < 0x80 ? 1 : first < 0xC2 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : first < 0xF5 ? 4 : 0;
        if (width < 2) {
            return width;
        }
        if (at + width > end || !isSecond(first, bytes[at + 1] & 0xFF)) {
            return 0;
        }
        for (int i = 2; i < width; i++) {
            if ((bytes[at + i] & 0xC0) != 0x80) {
                return 0;
            }
        }
        return width;
    }

    /** No overlong forms, no surrogates, nothing above U+10FFFF. */
    private static boolean isSecond(int first, int second) {
        int low = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80;
        int high = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF;
        return second >= low && second <= high;
    }
}
