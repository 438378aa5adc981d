package io.fluxj.sops.format;

import io.fluxj.sops.Limits;
import io.fluxj.sops.tree.Entry;
import io.fluxj.sops.tree.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads one JSON object; what follows it is not looked at. The messages are those of Go's decoder. */
final class JsonReader {
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][-+]?[0-9]+)?");
    private static final String VALUE = " looking for beginning of value";

    private final String text;
    private final Limits limits;
    private int at;
    private int nodes;
    private int depth;

    JsonReader(String text, Limits limits) {
        this.text = text;
        this.limits = limits;
    }

    Value.Branch document() {
        skipBlanks();
        if (at == text.length()) {
            throw new FormatException("EOF");
        }
        if (value() instanceof Value.Branch branch) {
            return branch;
        }
        throw new FormatException("SOPS only supports JSON files with a top-level object (starting with '{'),"
                + (text.stripLeading().startsWith("[")
                        ? " not arrays or other types. Got delimiter [ instead. To encrypt this file, wrap it in an object,"
                                + " e.g., {\"data\": [...]}"
                        : " not other JSON types."));
    }

    private void skipBlanks() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private char next() {
        skipBlanks();
        if (at == text.length()) {
            throw new FormatException("unexpected EOF");
        }
        return text.charAt(at);
    }

    private FormatException unexpected(String where) {
        if (at >= text.length()) {
            return new FormatException("unexpected EOF");
        }
        String character = Character.toString(text.codePointAt(at));
        String shown =
                switch (character) {
                    case "'" -> "\\'";
                    case "\n" -> "\\n";
                    case "\t" -> "\\t";
                    case "\r" -> "\\r";
                    default ->
                        character.codePointAt(0) < 0x20 ? "\\x%02x".formatted(character.codePointAt(0)) : character;
                };
        return new FormatException("invalid character '" + shown + "'" + where);
    }

    private void require(char expected, String where) {
        if (next() != expected) {
            throw unexpected(where);
        }
        at++;
    }

    private Value value() {
        if (++nodes > limits.nodes()) {
            throw new FormatException("more than " + limits.nodes() + " values");
        }
        char first = next();
        return switch (first) {
            case '{' -> nested(this::object);
            case '[' -> nested(this::array);
            case '"' -> Value.Text.of(string());
            case 't' -> literal("true", new Value.Truth(true));
            case 'f' -> literal("false", new Value.Truth(false));
            case 'n' -> literal("null", new Value.Nothing());
            default -> number();
        };
    }

    private Value nested(Supplier<Value> collection) {
        if (++depth > limits.depth()) {
            throw new FormatException("nested deeper than " + limits.depth() + " levels");
        }
        at++;
        Value value = collection.get();
        depth--;
        return value;
    }

    private Value object() {
        List<Entry> entries = new ArrayList<>();
        while (next() != '}') {
            if (!entries.isEmpty()) {
                require(',', " after object key:value pair");
            }
            if (next() != '"') {
                throw unexpected(" looking for beginning of object key string");
            }
            String key = string();
            require(':', " after object key");
            entries.add(new Entry.Field(key, value()));
        }
        at++;
        return new Value.Branch(entries);
    }

    private Value array() {
        List<Value> items = new ArrayList<>();
        while (next() != ']') {
            if (!items.isEmpty()) {
                require(',', " after array element");
            }
            items.add(value());
        }
        at++;
        return new Value.Items(items);
    }

    private Value literal(String word, Value value) {
        for (int i = 0; i < word.length(); i++, at++) {
            if (at >= text.length() || text.charAt(at) != word.charAt(i)) {
                throw unexpected(" in literal " + word + " (expecting '" + word.charAt(i) + "')");
            }
        }
        return value;
    }

    private Value number() {
        Matcher matcher = NUMBER.matcher(text).region(at, text.length());
        if (!matcher.lookingAt()) {
            throw unexpected(VALUE);
        }
        at = matcher.end();
        String digits = matcher.group();
        try {
            return new Value.Whole(Long.parseLong(digits));
        } catch (NumberFormatException notWhole) {
            double number = Double.parseDouble(digits);
            if (Double.isInfinite(number)) {
                throw new FormatException("a number is out of range");
            }
            return new Value.Real(number);
        }
    }

    private String string() {
        StringBuilder value = new StringBuilder();
        at++;
        while (at < text.length() && text.charAt(at) != '"') {
            char each = text.charAt(at);
            if (each < 0x20) {
                throw unexpected(" in string literal");
            }
            at++;
            if (each == '\\') {
                escape(value);
            } else {
                value.append(each);
            }
        }
        if (at >= text.length()) {
            throw new FormatException("unexpected EOF");
        }
        at++;
        return value.toString();
    }

    private void escape(StringBuilder value) {
        if (at >= text.length()) {
            throw new FormatException("unexpected EOF");
        }
        char escaped = text.charAt(at);
        switch (escaped) {
            case '"', '\\', '/' -> value.append(escaped);
            case 'b' -> value.append('\b');
            case 'f' -> value.append('\f');
            case 'n' -> value.append('\n');
            case 'r' -> value.append('\r');
            case 't' -> value.append('\t');
            case 'u' -> unicode(value);
            default -> throw unexpected(" in string escape code");
        }
        at++;
    }

    /** Half a character becomes the replacement character. */
    private void unicode(StringBuilder value) {
        int unit = hexadecimal();
        if (!Character.isSurrogate((char) unit)) {
            value.append((char) unit);
            return;
        }
        boolean pair = Character.isHighSurrogate((char) unit) && text.startsWith("\\u", at + 1);
        int before = at;
        if (pair) {
            at += 2;
            int low = hexadecimal();
            if (Character.isLowSurrogate((char) low)) {
                value.append((char) unit).append((char) low);
                return;
            }
            at = before;
        }
        value.append('\uFFFD');
    }

    /** Four digits behind the current character, which becomes the last of them. */
    private int hexadecimal() {
        int unit = 0;
        for (int i = 0; i < 4; i++) {
            at++;
            int digit = at < text.length() && text.charAt(at) < 0x80 ? Character.digit(text.charAt(at), 16) : -1;
            if (digit < 0) {
                throw unexpected(" in \\u hexadecimal character escape");
            }
            unit = unit << 4 | digit;
        }
        return unit;
    }
}
