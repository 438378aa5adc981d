package io.fluxj.gotemplate.json;

import io.fluxj.gotemplate.format.GoNumbers;
import io.fluxj.gotemplate.value.GoError;
import io.fluxj.gotemplate.value.GoText;
import io.fluxj.gotemplate.value.Meter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Go's {@code encoding/json}: all numbers are float64; the messages of errors are Go's. */
public final class JsonReader {
    private static final int DEEPEST = 1_000;

    private final String text;
    private int at;

    private JsonReader(String text) {
        this.text = text;
    }

    /**
     * The value that a text is.
     *
     * @throws GoError when the text is malformed
     */
    public static @Nullable Object read(Meter meter, String text) {
        meter.spend(text.length());
        JsonReader reader = new JsonReader(text);
        Object value = reader.value("looking for beginning of value", 0);
        reader.space();
        if (reader.at < text.length()) {
            throw reader.invalid("after top-level value");
        }
        return value;
    }

    /**
     * A value that a text begins with.
     *
     * @param end index of what follows the value
     */
    public record Prefix(@Nullable Object value, int end) {}

    /**
     * The value that a text begins with, whatever follows it.
     *
     * @throws GoError when the text does not begin with one
     */
    public static Prefix prefix(Meter meter, String text) {
        meter.spend(text.length());
        JsonReader reader = new JsonReader(text);
        Object value = reader.value("looking for beginning of value", 0);
        return new Prefix(value, reader.at);
    }

    private void space() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private int peek() {
        space();
        return at < text.length() ? text.charAt(at) : -1;
    }

    private GoError invalid(String where) {
        return at >= text.length()
                ? end()
                : new GoError("invalid character " + quoted(text.codePointAt(at)) + " " + where);
    }

    private static GoError end() {
        return new GoError("unexpected end of JSON input");
    }

    /** Go quotes one byte. */
    private static String quoted(int c) {
        if (c == '\'') {
            return "'\\''";
        }
        if (c == '"') {
            return "'\"'";
        }
        int first = GoText.bytes(Character.toString(c))[0] & 0xFF;
        String text = io.fluxj.gotemplate.format.Quoting.quoted(Character.toString(first));
        return "'" + text.substring(1, text.length() - 1) + "'";
    }

    private @Nullable Object value(String where, int depth) {
        if (depth > DEEPEST) {
            throw new GoError("exceeded max depth");
        }
        int c = peek();
        return switch (c) {
            case '{' -> object(depth);
            case '[' -> array(depth);
            case '"' -> string();
            case 't' -> literal("true", true);
            case 'f' -> literal("false", false);
            case 'n' -> literal("null", null);
            default -> {
                if (c == '-' || (c >= '0' && c <= '9')) {
                    yield number();
                }
                throw invalid(where);
            }
        };
    }

    private Map<String, @Nullable Object> object(int depth) {
        Map<String, @Nullable Object> map = new HashMap<>();
        at++;
        if (peek() == '}') {
            at++;
            return map;
        }
        while (true) {
            if (peek() != '"') {
                throw invalid("looking for beginning of object key string");
            }
            String key = string();
            if (peek() != ':') {
                throw invalid("after object key");
            }
            at++;
            map.put(key, value("looking for beginning of value", depth + 1));
            int next = peek();
            if (next != ',' && next != '}') {
                throw invalid("after object key:value pair");
            }
            at++;
            if (next == '}') {
                return map;
            }
        }
    }

    private List<@Nullable Object> array(int depth) {
        List<@Nullable Object> list = new ArrayList<>();
        at++;
        if (peek() == ']') {
            at++;
            return list;
        }
        while (true) {
            list.add(value("looking for beginning of value", depth + 1));
            int next = peek();
            if (next != ',' && next != ']') {
                throw invalid("after array element");
            }
            at++;
            if (next == ']') {
                return list;
            }
        }
    }

    private @Nullable Object literal(String word, @Nullable Object value) {
        for (int i = 1; i < word.length(); i++) {
            at++;
            if (at >= text.length() || text.charAt(at) != word.charAt(i)) {
                throw invalid("in literal " + word + " (expecting " + quoted(word.charAt(i)) + ")");
            }
        }
        at++;
        return value;
    }

    private double number() {
        int start = at;
        if (text.charAt(at) == '-') {
            at++;
            if (!digit()) {
                throw invalid("in numeric literal");
            }
        }
        if (text.charAt(at) == '0') {
            at++;
        } else {
            digits();
        }
        if (at < text.length() && text.charAt(at) == '.') {
            at++;
            if (!digit()) {
                throw invalid("after decimal point in numeric literal");
            }
            digits();
        }
        if (at < text.length() && (text.charAt(at) == 'e' || text.charAt(at) == 'E')) {
            at++;
            if (at < text.length() && (text.charAt(at) == '+' || text.charAt(at) == '-')) {
                at++;
            }
            if (!digit()) {
                throw invalid("in exponent of numeric literal");
            }
            digits();
        }
        String number = text.substring(start, at);
        double value = GoNumbers.parseFloat(number).orElse(0d);
        if (Double.isInfinite(value)) {
            throw new GoError("json: cannot unmarshal number " + number + " into Go value of type float64");
        }
        return value;
    }

    private boolean digit() {
        return at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
    }

    private void digits() {
        while (digit()) {
            at++;
        }
    }

    private String string() {
        StringBuilder out = new StringBuilder();
        at++;
        while (true) {
            if (at >= text.length()) {
                throw end();
            }
            char c = text.charAt(at);
            if (c == '"') {
                at++;
                return GoText.replaced(out.toString());
            }
            if (c < ' ') {
                throw invalid("in string literal");
            }
            at++;
            if (c == '\\') {
                escape(out);
            } else {
                out.append(c);
            }
        }
    }

    private void escape(StringBuilder out) {
        if (at >= text.length()) {
            throw end();
        }
        int simple = "\"\\/bfnrt".indexOf(text.charAt(at));
        if (simple >= 0) {
            out.append("\"\\/\b\f\n\r\t".charAt(simple));
            at++;
            return;
        }
        if (text.charAt(at) != 'u') {
            throw invalid("in string escape code");
        }
        at++;
        int value = 0;
        for (int i = 0; i < 4; i++) {
            int digit = at < text.length() ? Character.digit(text.charAt(at), 16) : -1;
            if (digit < 0 || text.charAt(at) >= 0x80) {
                throw invalid("in \\u hexadecimal character escape");
            }
            value = value * 16 + digit;
            at++;
        }
        out.append((char) value);
    }
}
