package io.fluxj.gotemplate.sprig;

import io.fluxj.gotemplate.format.GoFloats;
import io.fluxj.gotemplate.time.GoDuration;
import io.fluxj.gotemplate.time.GoTime;
import io.fluxj.gotemplate.value.GoError;
import io.fluxj.gotemplate.value.GoObject;
import io.fluxj.gotemplate.value.GoType;
import io.fluxj.gotemplate.value.Kind;
import io.fluxj.gotemplate.value.MapOrder;
import io.fluxj.gotemplate.value.Meter;
import io.fluxj.gotemplate.value.Values;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Prints TOML as {@code BurntSushi/toml} does: plain values of a table first, its tables after them, indented by their depth. */
final class TomlWriter {
    private static final String INDENT = "  ";
    private static final int DEEPEST = 500;

    private final Meter meter;
    private final StringBuilder out = new StringBuilder();

    private TomlWriter(Meter meter) {
        this.meter = meter;
    }

    private enum Shape {
        NOTHING,
        TABLE,
        TABLES,
        VALUE;

        boolean isTable() {
            return this == TABLE || this == TABLES;
        }
    }

    /** A failure that Go reports by panicking with something else than an error of the encoder. */
    private static final class Panic extends GoError {
        private static final long serialVersionUID = 1L;

        Panic(String message) {
            super(message);
        }
    }

    /** @throws GoError when a value has no form in TOML */
    static String write(Meter meter, @Nullable Object value) {
        if (value == null) {
            throw new Panic("reflect: call of reflect.Value.Type on zero Value");
        }
        TomlWriter writer = new TomlWriter(meter);
        writer.encode(List.of(), value);
        return writer.out.toString();
    }

    /** The message in place of the text when the encoder refuses the value. */
    static String writeOrError(Meter meter, @Nullable Object value) {
        try {
            return write(meter, value);
        } catch (Panic e) {
            throw e;
        } catch (GoError e) {
            return String.valueOf(e.getMessage());
        }
    }

    private void append(String text) {
        meter.reserve(text.length());
        out.append(text);
    }

    private void newline() {
        if (!out.isEmpty()) {
            append("\n");
        }
    }

    private Shape shape(@Nullable Object value) {
        Kind kind = Values.kind(value);
        if (Values.isNil(value)) {
            return Shape.NOTHING;
        }
        if (kind == Kind.MAP || isStruct(value)) {
            return Shape.TABLE;
        }
        if (!kind.isSequence()) {
            return Shape.VALUE;
        }
        boolean tables = !Values.items(value).isEmpty();
        for (Object item : Values.items(value)) {
            meter.spend(1);
            Shape shape = shape(item);
            if (shape == Shape.NOTHING) {
                throw new GoError("toml: cannot encode array with nil element");
            }
            tables &= shape == Shape.TABLE;
        }
        return tables ? Shape.TABLES : Shape.VALUE;
    }

    private static boolean isStruct(@Nullable Object value) {
        return value instanceof GoObject object
                && (object.type().kind() == Kind.STRUCT || object.type().kind() == Kind.PTR)
                && object.encoded().isEmpty();
    }

    private void encode(List<String> key, @Nullable Object value) {
        meter.spend(1);
        if (key.size() > DEEPEST) {
            throw new GoError("toml: values nested deeper than " + DEEPEST + " levels");
        }
        switch (shape(value)) {
            case NOTHING -> {
                if (Values.kind(value).isSequence()) {
                    keyValue(key, value, false);
                }
            }
            case VALUE -> keyValue(key, value, false);
            case TABLE -> {
                if (key.size() == 1) {
                    newline();
                }
                if (!key.isEmpty()) {
                    append(indent(key) + "[" + joined(key) + "]");
                    newline();
                }
                table(key, value, false);
            }
            case TABLES -> tables(key, value);
        }
    }

    private void tables(List<String> key, @Nullable Object value) {
        if (key.isEmpty()) {
            throw new GoError("toml: top-level values must be Go maps or structs");
        }
        for (Object item : Values.items(value)) {
            newline();
            append(indent(key) + "[[" + joined(key) + "]]");
            newline();
            table(key, item, false);
        }
    }

    private void table(List<String> key, @Nullable Object value, boolean inline) {
        Map<String, @Nullable Object> direct = new LinkedHashMap<>();
        Map<String, @Nullable Object> sub = new LinkedHashMap<>();
        entries(value).forEach((name, entry) -> (shape(entry).isTable() ? sub : direct).put(name, entry));
        append(inline ? "{" : "");
        entries(key, direct, inline, !sub.isEmpty());
        entries(key, sub, inline, false);
        append(inline ? "}" : "");
    }

    private Map<String, @Nullable Object> entries(@Nullable Object value) {
        Map<String, @Nullable Object> entries = new LinkedHashMap<>();
        if (value instanceof GoObject object && isStruct(value)) {
            object.fields().forEach(field -> entries.put(field.name(), field.value()));
            return entries;
        }
        GoType keyType = Values.type(value).key();
        if (keyType != null && keyType.kind() != Kind.STRING) {
            throw new GoError("toml: cannot encode a map with non-string key type");
        }
        MapOrder.sorted(Values.entries(value)).forEach(entry -> entries.put((String) entry.getKey(), entry.getValue()));
        return entries;
    }

    private void entries(List<String> key, Map<String, @Nullable Object> entries, boolean inline, boolean more) {
        int left = entries.size();
        for (Map.Entry<String, @Nullable Object> entry : entries.entrySet()) {
            left--;
            Object value = entry.getValue();
            if (Values.isNil(value)) {
                continue;
            }
            if (inline) {
                keyValue(List.of(entry.getKey()), value, true);
                append(more || left > 0 ? ", " : "");
            } else {
                List<String> path = new ArrayList<>(key);
                path.add(entry.getKey());
                encode(path, value);
            }
        }
    }

    private void keyValue(List<String> key, @Nullable Object value, boolean inline) {
        if (key.isEmpty()) {
            element(value, 0);
            return;
        }
        append(indent(key) + quoted(key.getLast()) + " = ");
        element(value, key.size());
        if (!inline) {
            newline();
        }
    }

    private void element(@Nullable Object value, int depth) {
        meter.spend(1);
        if (depth > DEEPEST) {
            throw new GoError("toml: values nested deeper than " + DEEPEST + " levels");
        }
        Kind kind = Values.kind(value);
        Object plain = Values.underlying(value);
        if (value instanceof GoTime time) {
            append(time(time));
        } else if (value instanceof GoDuration duration) {
            text(duration.toString());
        } else if (value instanceof GoObject object && object.encoded().isPresent()) {
            text(String.valueOf(object.encoded().get()));
        } else if (kind == Kind.STRING) {
            text(Values.string(plain));
        } else if (kind == Kind.BOOL) {
            append(String.valueOf(plain));
        } else if (kind.isInteger()) {
            append(
                    kind.isUnsigned()
                            ? Long.toUnsignedString(Values.integer(plain))
                            : Long.toString(Values.integer(plain)));
        } else if (kind.isFloat()) {
            append(floating(Values.floating(plain), kind == Kind.FLOAT32 ? 32 : 64));
        } else if (kind.isSequence()) {
            list(value, depth);
        } else if (kind == Kind.MAP || isStruct(value)) {
            table(List.of(), value, true);
        } else {
            throw new GoError("unexpected type: " + Values.type(value));
        }
    }

    private static String time(GoTime time) {
        return switch (time.zoneName()) {
            case "datetime-local" -> time.format("2006-01-02T15:04:05.999999999");
            case "date-local" -> time.format("2006-01-02");
            case "time-local" -> time.format("15:04:05.999999999");
            default -> String.valueOf(time.encoded().orElseThrow());
        };
    }

    private void list(@Nullable Object value, int depth) {
        append("[");
        String separator = "";
        for (Object item : Values.items(value)) {
            append(separator);
            element(item, depth + 1);
            separator = ", ";
        }
        append("]");
    }

    private static String floating(double value, int bits) {
        if (Double.isNaN(value)) {
            return "nan";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "inf" : "-inf";
        }
        String text = GoFloats.format(value, 'g', GoFloats.SHORTEST, bits);
        return text.indexOf('e') >= 0 || text.indexOf('.') >= 0 ? text : text + ".0";
    }

    private void text(String text) {
        append("\"" + escaped(text) + "\"");
    }

    private static String escaped(String text) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int simple = "\b\t\n\f\r".indexOf(c);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (simple >= 0) {
                out.append('\\').append("btnfr".charAt(simple));
            } else if (c < ' ' || c == 0x7F) {
                out.append(String.format(java.util.Locale.ROOT, "\\u%04x", (int) c));
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }

    private static String quoted(String key) {
        boolean bare = !key.isEmpty()
                && key.chars().allMatch(c -> c < 0x80 && (Character.isLetterOrDigit(c) || c == '_' || c == '-'));
        return bare ? key : "\"" + escaped(key) + "\"";
    }

    private static String joined(List<String> key) {
        return String.join(".", key.stream().map(TomlWriter::quoted).toList());
    }

    private static String indent(List<String> key) {
        return INDENT.repeat(key.size() - 1);
    }
}
