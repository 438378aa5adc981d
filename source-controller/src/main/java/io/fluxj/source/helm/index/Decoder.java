package io.fluxj.source.helm.index;

import io.fluxj.gotemplate.format.GoFloats;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads values of given shapes. A null stands for the empty value of its shape, as in Go. */
final class Decoder {
    /** No value that is read at once may take more of the index. */
    private static final long LARGEST = 8L << 20;

    private static final int DOUBLE_BITS = 64;

    private final Tokens tokens;
    private final Deque<String> path = new ArrayDeque<>();
    private long end;

    Decoder(Tokens tokens) {
        this.tokens = tokens;
    }

    /** The next value. */
    @Nullable
    Object read(Shape shape) throws IOException {
        end = tokens.consumed() + LARGEST;
        return value(shape, tokens.next());
    }

    /** The next item of a list; nothing at its end. */
    Optional<Map<String, @Nullable Object>> item(Shape.Struct shape) throws IOException {
        Token token = tokens.next();
        if (token instanceof Token.Ends) {
            return Optional.empty();
        }
        end = tokens.consumed() + LARGEST;
        if (!(token instanceof Token.MapBegins)) {
            throw unfit("cannot unmarshal " + token.word() + " where an object is wanted");
        }
        return Optional.of(struct(shape));
    }

    /** Goes into a part of the index, for messages. */
    void enter(String part) {
        path.addLast(part);
    }

    void leave() {
        path.removeLast();
    }

    /** What is wrong, and where. */
    IndexException unfit(String problem) {
        String where = path.isEmpty() ? "" : ", in " + String.join(".", path);
        return IndexException.unfit("json: " + problem + " (" + tokens.place() + where + ")");
    }

    /** A key; null at the end of the mapping. */
    @Nullable
    String key(Token token) throws IOException {
        if (token instanceof Token.Ends) {
            return null;
        }
        if (!(token instanceof Token.Value(Object key)) || key == null) {
            throw IndexException.malformed("yaml: " + tokens.place() + ": invalid map key: " + token.word());
        }
        return text(key);
    }

    /** Refuses a second value of a key where Flux does. */
    void requireFirst(boolean first, String key) throws IndexException {
        if (!first && tokens.isStrict()) {
            throw IndexException.malformed(
                    "yaml: unmarshal errors:\n  " + tokens.place() + ": key \"" + key + "\" already set in map");
        }
    }

    private @Nullable Object value(Shape shape, Token token) throws IOException {
        if (tokens.consumed() > end) {
            throw unfit("the value takes more than " + LARGEST + " bytes");
        }
        return switch (shape) {
            case Shape.Text text -> text(text, token);
            case Shape.Flag _ -> flag(token);
            case Shape.Moment _ -> moment(token);
            case Shape.Items items -> token instanceof Token.ListBegins ? items(items) : absent("an array", token);
            case Shape.Table table -> token instanceof Token.MapBegins ? table(table) : absent("an object", token);
            case Shape.Struct struct -> token instanceof Token.MapBegins ? struct(struct) : absent("an object", token);
            case Shape.Anything _ -> anything(token);
        };
    }

    private @Nullable Object absent(String wanted, Token token) throws IndexException {
        if (token instanceof Token.Value(Object value) && value == null) {
            return null;
        }
        throw unfit("cannot unmarshal " + token.word() + " where " + wanted + " is wanted");
    }

    private String text(Shape.Text shape, Token token) throws IndexException {
        if (token instanceof Token.Value(String text)) {
            return text;
        }
        if (token instanceof Token.Value(Object value) && value != null && shape.lenient() && tokens.isStrict()) {
            return text(value);
        }
        Object absent = absent("a string (in quotes)", token);
        return absent == null ? "" : absent.toString();
    }

    private static String text(Object value) {
        return value instanceof Double number
                ? GoFloats.format(number, 'g', GoFloats.SHORTEST, DOUBLE_BITS)
                : value.toString();
    }

    private Object flag(Token token) throws IndexException {
        if (token instanceof Token.Value(Boolean flag)) {
            return flag;
        }
        return Optional.ofNullable(absent("true or false", token)).orElse(false);
    }

    private String moment(Token token) throws IndexException {
        if (token instanceof Token.Value(String text)) {
            return GoMoment.normal(text).orElseThrow(() -> unfit("cannot parse \"" + text + "\" as a time"));
        }
        absent("a time (in quotes)", token);
        return GoMoment.ZERO;
    }

    private List<@Nullable Object> items(Shape.Items shape) throws IOException {
        List<@Nullable Object> items = new ArrayList<>();
        for (Token next = tokens.next(); !(next instanceof Token.Ends); next = tokens.next()) {
            enter(Integer.toString(items.size()));
            items.add(value(shape.item(), next));
            leave();
        }
        return items;
    }

    private Map<String, @Nullable Object> table(Shape.Table shape) throws IOException {
        Map<String, @Nullable Object> table = new LinkedHashMap<>();
        for (String key = key(tokens.next()); key != null; key = key(tokens.next())) {
            requireFirst(!table.containsKey(key), key);
            enter(key);
            table.put(key, value(shape.value(), tokens.next()));
            leave();
        }
        return table;
    }

    private Map<String, @Nullable Object> struct(Shape.Struct shape) throws IOException {
        Map<String, @Nullable Object> struct = new LinkedHashMap<>();
        Map<String, Boolean> seen = new LinkedHashMap<>();
        for (String key = key(tokens.next()); key != null; key = key(tokens.next())) {
            requireFirst(seen.put(key, true) == null, key);
            Optional<Shape.Field> field = shape.find(key);
            if (field.isEmpty()) {
                skip(key);
                continue;
            }
            enter(key);
            struct.put(field.get().name(), value(field.get().shape(), tokens.next()));
            leave();
        }
        return struct;
    }

    /** As {@link #read}, of a value that nobody knows, where that is allowed. */
    void pass(String key) throws IOException {
        end = tokens.consumed() + LARGEST;
        skip(key);
    }

    private void skip(String key) throws IOException {
        if (tokens.isStrict()) {
            throw unfit("unknown field \"" + key + "\"");
        }
        value(new Shape.Anything(), tokens.next());
    }

    private @Nullable Object anything(Token token) throws IOException {
        return switch (token) {
            case Token.Value value -> value.value();
            case Token.MapBegins _ -> table(new Shape.Table(new Shape.Anything()));
            case Token.ListBegins _ -> items(new Shape.Items(new Shape.Anything()));
            case Token.Ends _ -> throw unfit("unexpected end");
        };
    }
}
