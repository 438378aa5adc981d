package io.fluxj.kustomize.yaml;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Writes plain values as JSON the way Go's encoder does: keys sorted, HTML characters escaped, no blanks. */
public final class JsonText {

    private static final char[] HEX = "0123456789abcdef".toCharArray();

    private final StringBuilder out = new StringBuilder();
    private final String indent;

    private JsonText(String indent) {
        this.indent = indent;
    }

    /** Compact text. */
    public static String of(@Nullable Object value) {
        JsonText text = new JsonText("");
        text.value(value, 0);
        return text.out.toString();
    }

    /** Text over several lines. */
    public static String indented(@Nullable Object value, String indent) {
        JsonText text = new JsonText(indent);
        text.value(value, 0);
        return text.out.toString();
    }

    private void value(@Nullable Object value, int depth) {
        switch (value) {
            case null -> out.append("null");
            case Map<?, ?> map -> map(map, depth);
            case List<?> list -> list(list, depth);
            case String text -> string(text);
            case Double number -> number(number);
            default -> out.append(value);
        }
    }

    private void number(double number) {
        if (Double.isNaN(number) || Double.isInfinite(number)) {
            throw new YamlException(
                    "a number that is not finite cannot be written as JSON",
                    0,
                    "put it in quotes if it is meant as text");
        }
        out.append(GoNumbers.json(number));
    }

    private void map(Map<?, ?> map, int depth) {
        TreeMap<String, @Nullable Object> sorted = new TreeMap<>(JsonText::byCodePoints);
        map.forEach((key, value) -> sorted.put(key.toString(), value));
        out.append('{');
        boolean first = true;
        for (Map.Entry<String, @Nullable Object> entry : sorted.entrySet()) {
            separate(first, depth + 1);
            first = false;
            string(entry.getKey());
            out.append(indent.isEmpty() ? ":" : ": ");
            value(entry.getValue(), depth + 1);
        }
        close(first, depth);
        out.append('}');
    }

    private void list(List<?> list, int depth) {
        out.append('[');
        boolean first = true;
        for (Object item : list) {
            separate(first, depth + 1);
            first = false;
            value(item, depth + 1);
        }
        close(first, depth);
        out.append(']');
    }

    private void separate(boolean first, int depth) {
        if (!first) {
            out.append(',');
        }
        lineBreak(depth);
    }

    private void close(boolean empty, int depth) {
        if (!empty) {
            lineBreak(depth);
        }
    }

    private void lineBreak(int depth) {
        if (!indent.isEmpty()) {
            out.append('\n').append(indent.repeat(depth));
        }
    }

    static int byCodePoints(String a, String b) {
        int common = Math.min(a.length(), b.length());
        for (int i = 0; i < common; i++) {
            if (a.charAt(i) != b.charAt(i)) {
                return Integer.compare(a.codePointAt(i), b.codePointAt(i));
            }
        }
        return Integer.compare(a.length(), b.length());
    }

    private void string(String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            escaped(text.charAt(i));
        }
        out.append('"');
    }

    private void escaped(char c) {
        switch (c) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            case '\b' -> out.append("\\b");
            case '\f' -> out.append("\\f");
            case '<', '>', '&', '\u2028', '\u2029' -> unicode(c);
            default -> {
                if (c < 0x20) {
                    unicode(c);
                } else {
                    out.append(c);
                }
            }
        }
    }

    private void unicode(char c) {
        out.append("\\u");
        for (int shift = 12; shift >= 0; shift -= 4) {
            out.append(HEX[(c >> shift) & 0xF]);
        }
    }
}
