package io.fluxj.gotemplate.json;

import io.fluxj.gotemplate.format.GoFloats;
import io.fluxj.gotemplate.value.GoError;
import io.fluxj.gotemplate.value.GoObject;
import io.fluxj.gotemplate.value.GoType;
import io.fluxj.gotemplate.value.Kind;
import io.fluxj.gotemplate.value.MapOrder;
import io.fluxj.gotemplate.value.Meter;
import io.fluxj.gotemplate.value.Values;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Go's {@code encoding/json}: keys in the order of their bytes. */
public final class JsonWriter {
    private static final int DEEPEST = 1_000;

    private final StringBuilder out = new StringBuilder();
    private final Meter meter;
    private final boolean escapesHtml;
    private final String indent;

    private JsonWriter(Meter meter, boolean escapesHtml, String indent) {
        this.meter = meter;
        this.escapesHtml = escapesHtml;
        this.indent = indent;
    }

    /**
     * Without blanks, with {@code <}, {@code >} and {@code &} escaped.
     *
     * @throws GoError when a value cannot be encoded
     */
    public static String compact(Meter meter, @Nullable Object value) {
        return new JsonWriter(meter, true, "").write(value);
    }

    /** Without escapes for HTML. */
    public static String raw(Meter meter, @Nullable Object value) {
        return new JsonWriter(meter, false, "").write(value);
    }

    /** Indented by two blanks. */
    public static String pretty(Meter meter, @Nullable Object value) {
        return new JsonWriter(meter, true, "  ").write(value);
    }

    private String write(@Nullable Object value) {
        value(value, 0);
        return out.toString();
    }

    private void value(@Nullable Object value, int depth) {
        meter.spend(1);
        if (depth > DEEPEST) {
            throw new GoError("json: unsupported value: encountered a cycle via " + Values.type(value));
        }
        if (value instanceof GoObject object && object.encoded().isPresent()) {
            value(object.encoded().get(), depth);
            return;
        }
        Kind kind = Values.kind(value);
        Object plain = Values.underlying(value);
        switch (kind) {
            case INVALID, PTR -> pointer(value, depth);
            case BOOL -> append(String.valueOf(plain));
            case STRING -> text(Values.string(plain));
            case FLOAT32 -> floating(Values.floating(plain), 32);
            case FLOAT64 -> floating(Values.floating(plain), 64);
            case MAP -> map(value, depth);
            case SLICE, ARRAY -> list(value, depth);
            case STRUCT -> struct(value, depth);
            case FUNC, INTERFACE, COMPLEX128 -> throw new GoError("json: unsupported type: " + Values.type(value));
            default ->
                append(
                        kind.isUnsigned()
                                ? Long.toUnsignedString(Values.integer(plain))
                                : Long.toString(Values.integer(plain)));
        }
    }

    private void append(String text) {
        meter.reserve(text.length());
        out.append(text);
    }

    private void pointer(@Nullable Object value, int depth) {
        if (value instanceof GoObject) {
            struct(value, depth);
        } else {
            append("null");
        }
    }

    private void floating(double value, int bits) {
        String text = GoFloats.json(value, bits);
        if (text == null) {
            throw new GoError("json: unsupported value: " + GoFloats.format(value, 'g', GoFloats.SHORTEST, bits));
        }
        append(text);
    }

    private void map(@Nullable Object value, int depth) {
        if (Values.isNil(value)) {
            append("null");
            return;
        }
        Kind key = Optional.ofNullable(Values.type(value).key())
                .orElse(GoType.STRING)
                .kind();
        if (key != Kind.STRING && !key.isInteger()) {
            throw new GoError("json: unsupported type: " + Values.type(value));
        }
        open('{');
        boolean first = true;
        for (Map.Entry<?, ? extends @Nullable Object> entry : MapOrder.sorted(Values.entries(value))) {
            separate(first, depth);
            text(String.valueOf(entry.getKey()));
            colon();
            value(entry.getValue(), depth + 1);
            first = false;
        }
        close('}', first, depth);
    }

    private void list(@Nullable Object value, int depth) {
        if (Values.isNil(value)) {
            append("null");
            return;
        }
        if (Values.underlying(value) instanceof byte[] bytes) {
            text(Base64.getEncoder().encodeToString(bytes));
            return;
        }
        List<? extends @Nullable Object> items = Values.items(value);
        open('[');
        boolean first = true;
        for (Object item : items) {
            separate(first, depth);
            value(item, depth + 1);
            first = false;
        }
        close(']', first, depth);
    }

    private void struct(@Nullable Object value, int depth) {
        open('{');
        boolean first = true;
        List<GoObject.Field> fields = value instanceof GoObject object ? object.fields() : List.of();
        for (GoObject.Field field : fields) {
            boolean left = field.json().isEmpty() || (field.omitEmpty() && isEmpty(field.value()));
            if (!left) {
                separate(first, depth);
                text(field.json());
                colon();
                value(field.value(), depth + 1);
                first = false;
            }
        }
        close('}', first, depth);
    }

    private static boolean isEmpty(@Nullable Object value) {
        return Values.kind(value) != Kind.STRUCT && !Values.truth(value);
    }

    private void open(char bracket) {
        out.append(bracket);
    }

    private void separate(boolean first, int depth) {
        out.append(first ? "" : ",");
        lineBreak(depth + 1);
    }

    private void colon() {
        out.append(indent.isEmpty() ? ":" : ": ");
    }

    private void close(char bracket, boolean empty, int depth) {
        if (!empty) {
            lineBreak(depth);
        }
        out.append(bracket);
    }

    private void lineBreak(int depth) {
        if (!indent.isEmpty()) {
            meter.reserve(1L + depth * (long) indent.length());
            out.append('\n').repeat(indent, depth);
        }
    }

    private void text(String text) {
        meter.reserve(text.length() + 2L);
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            character(text, i);
        }
        out.append('"');
    }

    private void character(String text, int at) {
        char c = text.charAt(at);
        switch (c) {
            case '"', '\\' -> out.append('\\').append(c);
            case '\b' -> out.append("\\b");
            case '\f' -> out.append("\\f");
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            default -> {
                boolean html = escapesHtml && (c == '<' || c == '>' || c == '&');
                if (c < ' ' || html || c == '\u2028' || c == '\u2029') {
                    out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
                } else if (Character.isLowSurrogate(c)
                        && (at == 0 || !Character.isHighSurrogate(text.charAt(at - 1)))) {
                    out.append("\\ufffd");
                } else {
                    out.append(c);
                }
            }
        }
    }
}
