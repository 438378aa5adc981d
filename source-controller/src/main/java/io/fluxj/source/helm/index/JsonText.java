package io.fluxj.source.helm.index;

import io.fluxj.gotemplate.format.GoFloats;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Writes values as Go's {@code json.MarshalIndent} does, with two blanks for each level. */
final class JsonText {
    /** As Go orders texts: by their bytes. */
    static final Comparator<String> BYTES = (one, other) ->
            Arrays.compareUnsigned(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));

    private static final String HEX = "0123456789abcdef";
    private static final double SMALL = 1e-6;
    private static final double LARGE = 1e21;
    private static final int DOUBLE_BITS = 64;

    private final StringBuilder out = new StringBuilder();

    private JsonText() {}

    /** A value whose first line stands {@code depth} levels deep; that line is not indented. */
    static String of(Shape shape, @Nullable Object value, int depth) {
        JsonText text = new JsonText();
        text.write(shape, value, depth);
        return text.out.toString();
    }

    /** A field of the outermost mapping with its value; nothing when it is left out. */
    static Optional<String> field(Shape.Field field, @Nullable Object value) {
        if (!field.always() && isEmpty(value)) {
            return Optional.empty();
        }
        return Optional.of(
                quoted(field.name()) + ": " + of(field.shape(), value == null ? zero(field.shape()) : value, 1));
    }

    /** A text in quotes. */
    static String quoted(String value) {
        JsonText text = new JsonText();
        text.quote(value);
        return text.out.toString();
    }

    private void write(Shape shape, @Nullable Object value, int depth) {
        switch (shape) {
            case Shape.Struct struct when value instanceof Map<?, ?> map -> struct(struct, map, depth);
            case Shape.Items items when value instanceof List<?> list -> list(items.item(), list, depth);
            case Shape.Table table when value instanceof Map<?, ?> map -> table(table.value(), map, depth);
            case Shape.Anything _ when value instanceof Map<?, ?> map -> table(shape, map, depth);
            case Shape.Anything _ when value instanceof List<?> list -> list(shape, list, depth);
            case Shape.Text _,
                    Shape.Flag _,
                    Shape.Moment _,
                    Shape.Items _,
                    Shape.Table _,
                    Shape.Struct _,
                    Shape.Anything _ -> scalar(value);
        }
    }

    private void scalar(@Nullable Object value) {
        switch (value) {
            case null -> out.append("null");
            case String text -> quote(text);
            case Boolean flag -> out.append(flag);
            default -> number(Double.parseDouble(value.toString()));
        }
    }

    private void number(double value) {
        double size = Math.abs(value);
        char form = size != 0 && (size < SMALL || size >= LARGE) ? 'e' : 'f';
        out.append(GoFloats.format(value, form, GoFloats.SHORTEST, DOUBLE_BITS).replaceFirst("e-0(\\d)$", "e-$1"));
    }

    private void struct(Shape.Struct shape, Map<?, ?> map, int depth) {
        out.append('{');
        boolean first = true;
        for (Shape.Field field : shape.fields()) {
            @Nullable Object value = map.get(field.name());
            if (field.always() || !isEmpty(value)) {
                line(first, depth + 1);
                quote(field.name());
                out.append(": ");
                write(field.shape(), value == null ? zero(field.shape()) : value, depth + 1);
                first = false;
            }
        }
        end(first, '}', depth);
    }

    private static boolean isEmpty(@Nullable Object value) {
        return switch (value) {
            case null -> true;
            case String text -> text.isEmpty();
            case Boolean flag -> !flag;
            case Collection<?> list -> list.isEmpty();
            case Map<?, ?> map -> map.isEmpty();
            default -> false;
        };
    }

    private static @Nullable Object zero(Shape shape) {
        return switch (shape) {
            case Shape.Text _ -> "";
            case Shape.Flag _ -> false;
            case Shape.Moment _ -> GoMoment.ZERO;
            case Shape.Items _, Shape.Table _, Shape.Struct _, Shape.Anything _ -> null;
        };
    }

    private void list(Shape item, List<?> list, int depth) {
        out.append('[');
        boolean first = true;
        for (Object value : list) {
            line(first, depth + 1);
            write(item, value, depth + 1);
            first = false;
        }
        end(first, ']', depth);
    }

    private void table(Shape shape, Map<?, ?> map, int depth) {
        Map<String, @Nullable Object> sorted = new TreeMap<>(BYTES);
        map.forEach((key, value) -> sorted.put((String) key, value));
        out.append('{');
        Iterator<Map.Entry<String, @Nullable Object>> entries =
                sorted.entrySet().iterator();
        boolean first = true;
        while (entries.hasNext()) {
            Map.Entry<String, @Nullable Object> entry = entries.next();
            line(first, depth + 1);
            quote(entry.getKey());
            out.append(": ");
            write(shape, entry.getValue(), depth + 1);
            first = false;
        }
        end(first, '}', depth);
    }

    private void line(boolean first, int depth) {
        out.append(first ? "\n" : ",\n").repeat("  ", depth);
    }

    private void end(boolean empty, char bracket, int depth) {
        if (!empty) {
            out.append('\n').repeat("  ", depth);
        }
        out.append(bracket);
    }

    private void quote(String text) {
        out.append('"');
        int plain = 0;
        for (int i = 0; i < text.length(); i++) {
            if (isSpecial(text.charAt(i))) {
                out.append(text, plain, i);
                character(text.charAt(i));
                plain = i + 1;
            }
        }
        out.append(text, plain, text.length()).append('"');
    }

    private static boolean isSpecial(char c) {
        return c < ' ' || c == '"' || c == '\\' || c == '<' || c == '>' || c == '&' || c == '\u2028' || c == '\u2029';
    }

    private void character(char c) {
        switch (c) {
            case '"', '\\' -> out.append('\\').append(c);
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            case '\b' -> out.append("\\b");
            case '\f' -> out.append("\\f");
            default -> escape(c);
        }
    }

    private void escape(char c) {
        out.append("\\u");
        for (int shift = 12; shift >= 0; shift -= 4) {
            out.append(HEX.charAt(c >> shift & 0xF));
        }
    }
}
