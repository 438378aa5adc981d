package io.fluxj.kustomize.yaml;

import io.fluxj.yaml.Dialect;
import io.fluxj.yaml.KeyOrder;
import io.fluxj.yaml.ScalarLook;
import io.fluxj.yaml.ScalarWriter;
import io.fluxj.yaml.SixtyBase;
import io.fluxj.yaml.YamlOutput;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Prints plain values with the bytes of {@code kustomize build}.
 *
 * @see "kyaml-style.md A3 to A6"
 */
public final class YamlPrinter {

    static final KeyOrder KEYS = new KeyOrder(Dialect.V2);

    private static final int STEP = 2;
    private static final int LONGEST_SIMPLE_KEY = 128;

    private final YamlOutput out = new YamlOutput();

    private YamlPrinter() {}

    /**
     * One document, ending in a line break.
     *
     * @throws YamlException if a value cannot be printed: infinite, not a number, or with control characters
     */
    public static String print(@Nullable Object value) {
        YamlPrinter printer = new YamlPrinter();
        printer.value(value, true);
        return printer.out.finish();
    }

    private void value(@Nullable Object value, boolean inMapping) {
        switch (value) {
            case null -> scalar("null", Node.Style.PLAIN, false);
            case Map<?, ?> map -> map(map);
            case List<?> list -> list(list, inMapping);
            case String text -> string(JsonHop.string(text), false);
            case Boolean flag -> scalar(flag.toString(), Node.Style.PLAIN, false);
            case Double number -> scalar(JsonHop.number(number), Node.Style.PLAIN, false);
            case Long number -> scalar(number.toString(), Node.Style.PLAIN, false);
            case BigInteger number -> scalar(JsonHop.number(number), Node.Style.PLAIN, false);
            default -> throw new IllegalArgumentException("no plain value: " + value.getClass());
        }
    }

    private void list(List<?> list, boolean inMapping) {
        if (list.isEmpty()) {
            out.indicator("[]", true, false, false);
            return;
        }
        int before = out.indent();
        if (before < 0) {
            out.setIndent(0);
        } else if (!inMapping || out.atIndention()) {
            out.setIndent(before + STEP);
        }
        for (Object item : list) {
            out.writeIndent();
            out.indicator("-", true, false, true);
            value(item, false);
        }
        out.setIndent(before);
    }

    private void map(Map<?, ?> map) {
        if (map.isEmpty()) {
            out.indicator("{}", true, false, false);
            return;
        }
        int before = out.indent();
        out.setIndent(before < 0 ? 0 : before + STEP);
        @SuppressWarnings("unchecked")
        Map<String, @Nullable Object> entries = (Map<String, @Nullable Object>) map;
        for (String key : KEYS.sorted(entries.keySet())) {
            out.writeIndent();
            key(JsonHop.string(key));
            value(entries.get(key), true);
        }
        out.setIndent(before);
    }

    private void key(String key) {
        boolean simple = key.getBytes(StandardCharsets.UTF_8).length <= LONGEST_SIMPLE_KEY
                && !ScalarLook.of(key, Dialect.V2).multiline();
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
        if (text.indexOf('\n') >= 0) {
            scalar(text, Node.Style.LITERAL, simpleKey);
        } else {
            scalar(text, misread(text) ? Node.Style.DOUBLE_QUOTED : Node.Style.PLAIN, simpleKey);
        }
    }

    private static boolean misread(String text) {
        boolean other = !Scalars.read(text, Scalars.Rules.YAML_1_1).tag().equals(Tags.STRING) && !text.equals("<<");
        return other || SixtyBase.matches(text);
    }

    private void scalar(String text, Node.Style wanted, boolean simpleKey) {
        ScalarLook look = ScalarLook.of(text, Dialect.V2);
        Node.Style style = wanted;
        if (style == Node.Style.PLAIN && (!look.plain() || (text.isEmpty() && simpleKey))) {
            style = Node.Style.SINGLE_QUOTED;
        }
        if (style == Node.Style.SINGLE_QUOTED && !look.singleQuoted()) {
            style = Node.Style.DOUBLE_QUOTED;
        }
        if (style == Node.Style.LITERAL && (!look.block() || simpleKey)) {
            style = Node.Style.DOUBLE_QUOTED;
        }
        int before = out.indent();
        out.setIndent(before < 0 ? STEP : before + STEP);
        ScalarWriter writer = new ScalarWriter(out, !simpleKey);
        switch (style) {
            case PLAIN -> writer.plain(text);
            case SINGLE_QUOTED -> writer.singleQuoted(text);
            case DOUBLE_QUOTED -> writer.doubleQuoted(text);
            case LITERAL, FOLDED -> writer.literal(text);
        }
        out.setIndent(before);
    }
}
