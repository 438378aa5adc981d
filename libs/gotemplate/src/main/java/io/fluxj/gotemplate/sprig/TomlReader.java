package io.fluxj.gotemplate.sprig;

import io.fluxj.gotemplate.value.GoError;
import io.fluxj.gotemplate.value.GoSlice;
import io.fluxj.gotemplate.value.GoType;
import io.fluxj.gotemplate.value.Meter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads TOML 1.0 into maps, lists, texts, truth values, int64, float64 and times. */
final class TomlReader {
    private static final GoType TABLES = GoType.slice(GoType.ANY_MAP);

    private final TomlText in;
    private final TomlValues values;
    private final Map<String, @Nullable Object> root = new HashMap<>();
    /** Tables that a header, a dotted key or an inline table made, which nothing may define again. */
    private final Set<Object> defined = Collections.newSetFromMap(new IdentityHashMap<>());

    private Map<String, @Nullable Object> current = root;

    private TomlReader(Meter meter, String text) {
        this.in = new TomlText(text);
        this.values = new TomlValues(meter, in, this);
    }

    /** @throws GoError when the text is malformed */
    static Object read(Meter meter, String text) {
        meter.spend(text.length());
        TomlReader reader = new TomlReader(meter, text);
        reader.document();
        return reader.root;
    }

    private void document() {
        in.skipBlankLines();
        while (!in.atEnd()) {
            if (in.accept("[[")) {
                arrayHeader();
            } else if (in.accept("[")) {
                header();
            } else {
                keyValue(current);
            }
            in.endLine();
            in.skipBlankLines();
        }
    }

    private void header() {
        List<String> key = key();
        in.require("]", "expected end of table name delimiter ']'");
        Map<String, @Nullable Object> parent = descend(root, key.subList(0, key.size() - 1));
        Object present = parent.get(key.getLast());
        if (present != null && (!(present instanceof Map<?, ?>) || defined.contains(present))) {
            throw in.failure("Key '" + String.join(".", key) + "' has already been defined.");
        }
        current = table(parent, key.getLast());
        defined.add(current);
    }

    private void arrayHeader() {
        List<String> key = key();
        in.require("]]", "expected end of table array name delimiter ']'");
        Map<String, @Nullable Object> parent = descend(root, key.subList(0, key.size() - 1));
        Object present = parent.computeIfAbsent(key.getLast(), name -> GoSlice.of(TABLES, new ArrayList<Object>()));
        if (!(present instanceof GoSlice tables)) {
            throw in.failure("Key '" + String.join(".", key) + "' was already created and cannot be used as an array.");
        }
        @SuppressWarnings("unchecked")
        List<Object> list = (List<Object>) tables.items();
        current = new HashMap<>();
        list.add(current);
        defined.add(current);
    }

    /** Reads {@code key = value} into a table. */
    void keyValue(Map<String, @Nullable Object> table) {
        List<String> key = key();
        in.skipSpace();
        in.require(
                "=",
                in.atEnd()
                        ? "unexpected EOF; expected key separator '='"
                        : "expected '.' or '=', but got " + in.shown() + " instead");
        in.skipSpace();
        in.remember(key);
        Object value = values.value(0);
        Map<String, @Nullable Object> parent = table;
        for (String part : key.subList(0, key.size() - 1)) {
            parent = table(parent, part);
        }
        if (parent.containsKey(key.getLast())) {
            throw in.failure("Key '" + String.join(".", key) + "' has already been defined.");
        }
        parent.put(key.getLast(), value);
        if (value instanceof Map<?, ?> || value instanceof List<?>) {
            defined.add(value);
        }
    }

    private Map<String, @Nullable Object> descend(Map<String, @Nullable Object> from, List<String> key) {
        Map<String, @Nullable Object> table = from;
        for (String part : key) {
            table = table(table, part);
        }
        return table;
    }

    /** The table under a key, the last of an array of tables, or a new one. */
    private Map<String, @Nullable Object> table(Map<String, @Nullable Object> parent, String key) {
        Object present = parent.computeIfAbsent(key, name -> new HashMap<String, @Nullable Object>());
        Object last = present instanceof GoSlice tables ? tables.items().getLast() : present;
        if (!(last instanceof Map<?, ?>)) {
            throw in.failure("Key '" + key + "' has already been defined.");
        }
        @SuppressWarnings("unchecked")
        Map<String, @Nullable Object> table = (Map<String, @Nullable Object>) last;
        return table;
    }

    private List<String> key() {
        List<String> parts = new ArrayList<>();
        do {
            in.skipSpace();
            parts.add(part());
            in.skipSpace();
        } while (in.accept("."));
        return parts;
    }

    private String part() {
        if (in.peek() == '"' || in.peek() == '\'') {
            return values.string();
        }
        String bare = in.takeWhile(c -> c < 0x80 && (Character.isLetterOrDigit(c) || c == '_' || c == '-'));
        if (bare.isEmpty()) {
            throw in.failure(in.atEnd() ? "unexpected EOF" : "expected key but found " + in.shown() + " instead");
        }
        return bare;
    }
}
