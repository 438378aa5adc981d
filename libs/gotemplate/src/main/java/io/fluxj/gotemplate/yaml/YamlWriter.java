package io.fluxj.gotemplate.yaml;

import io.fluxj.gotemplate.format.GoFloats;
import io.fluxj.gotemplate.value.GoObject;
import io.fluxj.gotemplate.value.GoText;
import io.fluxj.gotemplate.value.Kind;
import io.fluxj.gotemplate.value.Meter;
import io.fluxj.gotemplate.value.Values;
import io.fluxj.yaml.Dialect;
import io.fluxj.yaml.KeyOrder;
import io.fluxj.yaml.ScalarLook;
import io.fluxj.yaml.ScalarWriter;
import io.fluxj.yaml.SixtyBase;
import io.fluxj.yaml.YamlOutput;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Prints values with the bytes of go-yaml. */
public final class YamlWriter {
    private static final int STEP = 2;
    private static final int LONGEST_SIMPLE_KEY = 128;
    private static final int DEEPEST = 1_000;

    private final YamlOutput out = new YamlOutput();
    private final Dialect dialect;
    private final Meter meter;
    private final boolean natural;
    private int depth;

    private YamlWriter(Meter meter, Dialect dialect, boolean natural) {
        this.meter = meter;
        this.dialect = dialect;
        this.natural = natural;
    }

    /**
     * One document, ending in a line break.
     *
     * @throws YamlException when a value cannot be printed
     */
    public static String write(Meter meter, Dialect dialect, @Nullable Object value) {
        return written(new YamlWriter(meter, dialect, true), value);
    }

    /**
     * As {@link #write}, but with keys in the order of their bytes, as programs have it that sort them first.
     *
     * @throws YamlException when a value cannot be printed
     */
    public static String writeSorted(Meter meter, Dialect dialect, @Nullable Object value) {
        return written(new YamlWriter(meter, dialect, false), value);
    }

    private static String written(YamlWriter writer, @Nullable Object value) {
        writer.value(value, true);
        return writer.out.finish();
    }

    private void value(@Nullable Object value, boolean inMapping) {
        meter.spend(1);
        if (++depth > DEEPEST) {
            throw new YamlException("yaml: values nested deeper than " + DEEPEST + " levels");
        }
        if (value instanceof GoObject object) {
            object(object, inMapping);
        } else {
            plain(value, inMapping);
        }
        depth--;
    }

    private void object(GoObject object, boolean inMapping) {
        if (object.encoded().isPresent()) {
            plain(object.encoded().get(), inMapping);
        } else if (object.type().kind() == Kind.STRUCT || object.type().kind() == Kind.PTR) {
            fields(object);
        } else {
            plain(object.underlying(), inMapping);
        }
    }

    private void plain(@Nullable Object value, boolean inMapping) {
        Kind kind = Values.kind(value);
        switch (kind) {
            case INVALID, PTR -> word("null");
            case BOOL -> word(String.valueOf(value));
            case STRING -> string(Values.string(value), false);
            case FLOAT32 -> word(floating(Values.floating(value), 32));
            case FLOAT64 -> word(floating(Values.floating(value), 64));
            case MAP -> map(Values.entries(value));
            case SLICE, ARRAY -> list(Values.items(value), inMapping);
            case FUNC, INTERFACE, STRUCT, COMPLEX128 ->
                throw new YamlException("cannot marshal type: " + Values.type(value));
            default ->
                word(
                        kind.isUnsigned()
                                ? Long.toUnsignedString(Values.integer(value))
                                : Long.toString(Values.integer(value)));
        }
    }

    private static String floating(double number, int bits) {
        if (Double.isNaN(number)) {
            return ".nan";
        }
        return Double.isInfinite(number)
                ? (number > 0 ? ".inf" : "-.inf")
                : GoFloats.format(number, 'g', GoFloats.SHORTEST, bits);
    }

    private void word(String text) {
        scalar(text, ScalarStyle.PLAIN, false);
    }

    private void list(List<? extends @Nullable Object> list, boolean inMapping) {
        if (list.isEmpty()) {
            out.indicator("[]", true, false, false);
            return;
        }
        int before = out.indent();
        boolean indentless = dialect == Dialect.V2 && inMapping && !out.atIndention();
        if (before < 0) {
            out.setIndent(0);
        } else if (!indentless) {
            out.setIndent(before + STEP);
        }
        for (Object item : list) {
            out.writeIndent();
            out.indicator("-", true, false, true);
            value(item, false);
        }
        out.setIndent(before);
    }

    private void map(Map<?, ? extends @Nullable Object> map) {
        Map<String, @Nullable Object> entries = new HashMap<>();
        map.forEach((key, value) -> entries.put(String.valueOf(key), value));
        entries(sorted(entries.keySet()), entries);
    }

    private List<String> sorted(Collection<String> keys) {
        return natural
                ? new KeyOrder(dialect).sorted(keys)
                : keys.stream().sorted(GoText::compare).toList();
    }

    /** go-yaml knows nothing of a struct's names in JSON; it takes those in Go in lower case. */
    private void fields(GoObject object) {
        Map<String, @Nullable Object> entries = new HashMap<>();
        List<String> names = object.fields().stream()
                .map(field -> field.name().toLowerCase(Locale.ROOT))
                .toList();
        object.fields().forEach(field -> entries.put(field.name().toLowerCase(Locale.ROOT), field.value()));
        entries(names, entries);
    }

    private void entries(List<String> keys, Map<String, @Nullable Object> entries) {
        if (keys.isEmpty()) {
            out.indicator("{}", true, false, false);
            return;
        }
        int before = out.indent();
        out.setIndent(before < 0 ? 0 : before + STEP);
        for (String key : keys) {
            out.writeIndent();
            key(key);
            value(entries.get(key), true);
        }
        out.setIndent(before);
    }

    private void key(String key) {
        boolean simple = GoText.length(key) <= LONGEST_SIMPLE_KEY
                && !ScalarLook.of(key, dialect).multiline();
        if (simple) {
            string(key, true);
            out.indicator(":", false, false, false);
            return;
        }
        out.indicator("?", true, false, true);
        string(key, false);
        out.writeIndent();
        out.indicator(":", true, false, true);
    }

    private void string(String text, boolean simpleKey) {
        meter.reserve(text.length());
        if (!GoText.isValid(text)) {
            binary(text, simpleKey);
        } else if (text.indexOf('\n') >= 0) {
            scalar(text, ScalarStyle.LITERAL, simpleKey);
        } else {
            scalar(text, isMisread(text) ? ScalarStyle.DOUBLE_QUOTED : ScalarStyle.PLAIN, simpleKey);
        }
    }

    private void binary(String text, boolean simpleKey) {
        String encoded = Base64.getEncoder().encodeToString(GoText.bytes(text));
        out.indicator("!!binary", true, false, false);
        scalar(encoded, ScalarStyle.PLAIN, simpleKey);
    }

    private boolean isMisread(String text) {
        return Resolver.read(text, dialect).tag() != Resolver.Tag.STRING
                || SixtyBase.matches(text)
                || (dialect == Dialect.V3 && Resolver.isOldBoolean(text));
    }

    private enum ScalarStyle {
        PLAIN,
        SINGLE_QUOTED,
        DOUBLE_QUOTED,
        LITERAL
    }

    private void scalar(String text, ScalarStyle wanted, boolean simpleKey) {
        ScalarStyle style = possible(text, wanted, simpleKey);
        int before = out.indent();
        out.setIndent(before < 0 ? STEP : before + STEP);
        ScalarWriter writer = new ScalarWriter(out, !simpleKey);
        switch (style) {
            case PLAIN -> writer.plain(text);
            case SINGLE_QUOTED -> writer.singleQuoted(text);
            case DOUBLE_QUOTED -> writer.doubleQuoted(text);
            case LITERAL -> writer.literal(text);
        }
        out.setIndent(before);
    }

    private ScalarStyle possible(String text, ScalarStyle wanted, boolean simpleKey) {
        ScalarLook look = ScalarLook.of(text, dialect);
        ScalarStyle style = wanted;
        if (simpleKey && look.multiline()) {
            style = ScalarStyle.DOUBLE_QUOTED;
        }
        if (style == ScalarStyle.PLAIN && (!look.plain() || (text.isEmpty() && simpleKey))) {
            style = ScalarStyle.SINGLE_QUOTED;
        }
        if (style == ScalarStyle.SINGLE_QUOTED && !look.singleQuoted()) {
            style = ScalarStyle.DOUBLE_QUOTED;
        }
        if (style == ScalarStyle.LITERAL && (!look.block() || simpleKey)) {
            style = ScalarStyle.DOUBLE_QUOTED;
        }
        return style;
    }
}
