package io.fluxj.gotemplate.format;

import io.fluxj.gotemplate.value.GoText;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** Go's quoted texts and characters ({@code strconv.Quote}, {@code Unquote} and their kin). */
public final class Quoting {
    private static final String HEX = "0123456789abcdef";

    private Quoting() {}

    /** {@code strconv.Quote}. */
    public static String quoted(String text) {
        return quoted(text, '"', false);
    }

    /** {@code strconv.QuoteToASCII}. */
    public static String quotedAscii(String text) {
        return quoted(text, '"', true);
    }

    /** {@code strconv.QuoteRune}, or {@code QuoteRuneToASCII}. */
    public static String quotedRune(int rune, boolean ascii) {
        int shown = rune < 0 || rune > 0x10FFFF || (rune >= 0xD800 && rune <= 0xDFFF) ? GoText.REPLACEMENT : rune;
        return quoted(Character.toString(shown), '\'', ascii);
    }

    /** The form {@code U+0023 '#'} of {@code %#U}. */
    public static String codePoint(int codePoint) {
        int rune = GoText.rune(codePoint);
        String number = String.format(Locale.ROOT, "U+%04X", rune);
        return isPrint(rune) ? number + " '" + Character.toString(rune) + "'" : number;
    }

    /** Whether a text can stand between back quotes as it is ({@code strconv.CanBackquote}). */
    public static boolean canBackquote(String text) {
        return text.codePoints()
                .noneMatch(c -> GoText.isLone(c) || c == 0xFEFF || (c < ' ' && c != '\t') || c == '`' || c == 0x7F);
    }

    /** {@code unicode.IsPrint}: letters, marks, numbers, punctuation, symbols and the ASCII space. */
    public static boolean isPrint(int rune) {
        if (rune < 0x7F) {
            return rune >= ' ';
        }
        return switch (Character.getType(rune)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SPACE_SEPARATOR -> false;
            default -> true;
        };
    }

    private static String quoted(String text, char quote, boolean ascii) {
        StringBuilder out = new StringBuilder(text.length() + 2).append(quote);
        text.codePoints().forEach(c -> append(out, c, quote, ascii));
        return out.append(quote).toString();
    }

    private static void append(StringBuilder out, int c, char quote, boolean ascii) {
        if (GoText.isLone(c)) {
            hex(out.append("\\x"), c & 0xFF, 2);
        } else if (c == quote || c == '\\') {
            out.append('\\').append((char) c);
        } else if (c < 0x80 ? c >= ' ' && c < 0x7F : !ascii && isPrint(c)) {
            out.appendCodePoint(c);
        } else {
            escape(out, c);
        }
    }

    private static void escape(StringBuilder out, int c) {
        int letter = "\u0007\b\f\n\r\t\u000B".indexOf(c);
        if (letter >= 0) {
            out.append('\\').append("abfnrtv".charAt(letter));
        } else if (c < ' ' || c == 0x7F) {
            hex(out.append("\\x"), c, 2);
        } else if (c < 0x10000) {
            hex(out.append("\\u"), c, 4);
        } else {
            hex(out.append("\\U"), c, 8);
        }
    }

    private static void hex(StringBuilder out, int value, int digits) {
        for (int shift = 4 * (digits - 1); shift >= 0; shift -= 4) {
            out.append(HEX.charAt((value >> shift) & 0xF));
        }
    }

    /** {@code strconv.Unquote}: the text that a literal in double or back quotes stands for; empty when it is malformed. */
    public static Optional<String> unquoted(String literal) {
        if (literal.length() < 2 || literal.charAt(0) != literal.charAt(literal.length() - 1)) {
            return Optional.empty();
        }
        String inner = literal.substring(1, literal.length() - 1);
        if (literal.charAt(0) == '`') {
            return inner.indexOf('`') >= 0 ? Optional.empty() : Optional.of(inner.replace("\r", ""));
        }
        if (inner.indexOf('\n') >= 0) {
            return Optional.empty();
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream(inner.length());
        for (int at = 0; at < inner.length(); ) {
            Unquoted next = unquotedAt(inner, at, '"');
            if (next == null) {
                return Optional.empty();
            }
            if (next.isByte()) {
                out.write(next.value());
            } else {
                out.writeBytes(bytes(next.value()));
            }
            at = next.end();
        }
        return Optional.of(GoText.of(out.toByteArray()));
    }

    private static byte[] bytes(int codePoint) {
        return GoText.isLone(codePoint)
                ? new byte[] {(byte) codePoint}
                : Character.toString(GoText.rune(codePoint)).getBytes(StandardCharsets.UTF_8);
    }

    /** The character that a literal in single quotes stands for; empty when it is malformed. */
    public static Optional<Integer> unquotedCharacter(String literal) {
        Unquoted c = literal.length() < 3 ? null : unquotedAt(literal, 1, '\'');
        return c == null || c.end() != literal.length() - 1
                ? Optional.empty()
                : Optional.of(c.isByte() ? c.value() : GoText.rune(c.value()));
    }

    /** Whether a character of a literal in single quotes is well-formed, whatever follows it. */
    public static boolean startsWithCharacter(String literal) {
        return literal.length() > 2 && unquotedAt(literal, 1, '\'') != null;
    }

    private record Unquoted(int value, boolean isByte, int end) {}

    private static @org.jspecify.annotations.Nullable Unquoted unquotedAt(String text, int at, char quote) {
        int c = text.codePointAt(at);
        if (c == quote) {
            return null;
        }
        if (c != '\\') {
            return new Unquoted(c, false, at + Character.charCount(c));
        }
        if (at + 1 >= text.length()) {
            return null;
        }
        char e = text.charAt(at + 1);
        int simple = "abfnrtv\\".indexOf(e);
        if (simple >= 0) {
            return new Unquoted("\u0007\b\f\n\r\t\u000B\\".charAt(simple), false, at + 2);
        }
        return switch (e) {
            case 'x' -> digits(text, at + 2, 2, 16, true);
            case 'u' -> digits(text, at + 2, 4, 16, false);
            case 'U' -> digits(text, at + 2, 8, 16, false);
            case '0', '1', '2', '3', '4', '5', '6', '7' -> digits(text, at + 1, 3, 8, true);
            case '\'', '"' -> e == quote ? new Unquoted(e, false, at + 2) : null;
            default -> null;
        };
    }

    private static @org.jspecify.annotations.Nullable Unquoted digits(
            String text, int from, int count, int radix, boolean isByte) {
        long value = 0;
        for (int i = from; i < from + count; i++) {
            int digit = i < text.length() ? Character.digit(text.charAt(i), radix) : -1;
            if (digit < 0) {
                return null;
            }
            value = value * radix + digit;
        }
        boolean fits = isByte ? value <= 0xFF : value <= 0x10FFFF && (value < 0xD800 || value > 0xDFFF);
        return fits ? new Unquoted((int) value, isByte, from + count) : null;
    }
}
