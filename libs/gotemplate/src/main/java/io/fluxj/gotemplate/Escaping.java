package io.fluxj.gotemplate;

import io.fluxj.gotemplate.format.Quoting;
import io.fluxj.gotemplate.value.GoText;
import io.fluxj.gotemplate.value.Meter;
import java.util.Locale;

/** The functions {@code html}, {@code js} and {@code urlquery}. */
final class Escaping {
    private static final String UPPER = "0123456789ABCDEF";

    private Escaping() {}

    static String html(Meter meter, String text) {
        meter.reserve(text.length());
        StringBuilder out = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case 0 -> out.append((char) GoText.REPLACEMENT);
                case '"' -> out.append("&#34;");
                case '\'' -> out.append("&#39;");
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                default -> out.append(c);
            }
        }
        return out.toString();
    }

    static String js(Meter meter, String text) {
        meter.reserve(text.length());
        StringBuilder out = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> js(out, c));
        return out.toString();
    }

    private static void js(StringBuilder out, int c) {
        switch (c) {
            case '\\' -> out.append("\\\\");
            case '\'' -> out.append("\\'");
            case '"' -> out.append("\\\"");
            case '<', '>', '&', '=' -> out.append(String.format(Locale.ROOT, "\\u%04X", c));
            default -> {
                boolean plain = c < 0x80 ? c >= ' ' : Quoting.isPrint(GoText.rune(c));
                if (plain) {
                    out.appendCodePoint(c);
                } else {
                    out.append(String.format(Locale.ROOT, "\\u%04X", GoText.rune(c)));
                }
            }
        }
    }

    static String query(Meter meter, String text) {
        meter.reserve(text.length());
        StringBuilder out = new StringBuilder(text.length() + 16);
        for (byte b : GoText.bytes(text)) {
            char c = (char) (b & 0xFF);
            if (c < 0x80 && (Character.isLetterOrDigit(c) || "-_.~".indexOf(c) >= 0)) {
                out.append(c);
            } else if (c == ' ') {
                out.append('+');
            } else {
                out.append('%').append(UPPER.charAt(c >> 4)).append(UPPER.charAt(c & 0xF));
            }
        }
        return out.toString();
    }
}
