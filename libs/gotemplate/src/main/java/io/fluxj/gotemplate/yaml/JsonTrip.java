package io.fluxj.gotemplate.yaml;

import io.fluxj.gotemplate.format.GoFloats;
import io.fluxj.gotemplate.value.GoError;
import io.fluxj.gotemplate.value.GoObject;
import io.fluxj.gotemplate.value.GoText;
import io.fluxj.gotemplate.value.Kind;
import io.fluxj.gotemplate.value.Meter;
import io.fluxj.gotemplate.value.Values;
import io.fluxj.yaml.Dialect;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is left of values whose JSON text is read as YAML: whole numbers become integers, some characters are refused, others fold. */
public record JsonTrip(Meter meter) {
    private static final int DEEPEST = 1_000;

    /**
     * The value that is read back.
     *
     * @throws GoError when JSON has none, or a text holds a character that YAML does not allow
     */
    public @Nullable Object of(@Nullable Object value) {
        return read(value, 0);
    }

    private @Nullable Object read(@Nullable Object value, int depth) {
        meter.spend(1);
        if (depth > DEEPEST) {
            throw unsupported("value: encountered a cycle via " + Values.type(value));
        }
        if (value instanceof GoObject object && object.encoded().isPresent()) {
            return read(object.encoded().get(), depth);
        }
        Object plain = Values.underlying(value);
        return switch (Values.kind(value)) {
            case INVALID -> null;
            case STRING -> string(GoText.replaced(Values.string(plain)));
            case FLOAT32 -> number(Values.floating(plain), 32);
            case FLOAT64 -> number(Values.floating(plain), 64);
            case MAP -> Values.isNil(value) ? null : map(Values.entries(plain), depth);
            case SLICE, ARRAY -> list(value, depth);
            case STRUCT, PTR -> value instanceof GoObject object ? fields(object, depth) : null;
            case FUNC, INTERFACE, COMPLEX128 -> throw unsupported("type: " + Values.type(value));
            case BOOL, INT, INT8, INT16, INT32, INT64, UINT, UINT8, UINT16, UINT32, UINT64, UINTPTR -> plain;
        };
    }

    private static GoError unsupported(String what) {
        return new GoError("error marshaling into JSON: json: unsupported " + what);
    }

    private static @Nullable Object number(double number, int bits) {
        String text = GoFloats.json(number, bits);
        if (text == null) {
            throw unsupported("value: " + GoFloats.format(number, 'g', GoFloats.SHORTEST, bits));
        }
        return Resolver.read(text, Dialect.V2).value();
    }

    private Map<String, @Nullable Object> map(Map<?, ? extends @Nullable Object> map, int depth) {
        Map<String, @Nullable Object> read = new HashMap<>();
        map.forEach((key, value) -> read.put(string(GoText.replaced(String.valueOf(key))), read(value, depth + 1)));
        return read;
    }

    private @Nullable Object list(@Nullable Object value, int depth) {
        if (Values.isNil(value)) {
            return null;
        }
        if (Values.underlying(value) instanceof byte[] bytes) {
            return Base64.getEncoder().encodeToString(bytes);
        }
        List<@Nullable Object> read = new ArrayList<>();
        Values.items(value).forEach(item -> read.add(read(item, depth + 1)));
        return read;
    }

    private Map<String, @Nullable Object> fields(GoObject object, int depth) {
        Map<String, @Nullable Object> read = new HashMap<>();
        for (GoObject.Field field : object.fields()) {
            boolean empty = Values.kind(field.value()) != Kind.STRUCT && !Values.truth(field.value());
            if (!field.json().isEmpty() && !(field.omitEmpty() && empty)) {
                read.put(field.json(), read(field.value(), depth + 1));
            }
        }
        return read;
    }

    private static String string(String text) {
        boolean nextLine = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0x85) {
                nextLine = true;
            } else if ((c >= 0x7F && c < 0xA0) || c >= 0xFFFE) {
                throw new YamlException("yaml: control characters are not allowed");
            }
        }
        return nextLine ? foldNextLines(text) : text;
    }

    /** U+0085 is a line break inside the JSON string, so it folds to a blank, and blanks around it vanish. */
    private static String foldNextLines(String text) {
        StringBuilder out = new StringBuilder();
        int i = 0;
        while (i < text.length()) {
            int end = i;
            int breaks = 0;
            while (end < text.length() && (text.charAt(end) == ' ' || text.charAt(end) == 0x85)) {
                breaks += text.charAt(end) == 0x85 ? 1 : 0;
                end++;
            }
            if (breaks > 0) {
                out.append(breaks == 1 ? " " : "\n".repeat(breaks - 1));
                i = end;
            } else {
                out.append(text, i, Math.max(end, i + 1));
                i = Math.max(end, i + 1);
            }
        }
        return out.toString();
    }
}
