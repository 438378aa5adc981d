package io.fluxj.helm.values;

import io.fluxj.gotemplate.format.Quoting;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads flags such as {@code --set a.b[0]=c} into a table, over what it holds, as Helm's {@code pkg/strvals} does. */
final class SetParser {
    private static final int HIGHEST_INDEX = 65536;
    private static final int DEEPEST = 30;

    private final Runes runes;
    private final SetDialect dialect;

    private SetParser(String text, SetDialect dialect) {
        this.runes = new Runes(text);
        this.dialect = dialect;
    }

    /** @throws SetFailure when the text is malformed; what comes before the fault is in the table */
    static void parse(String text, SetDialect dialect, Map<String, @Nullable Object> into) throws SetFailure {
        SetParser parser = new SetParser(text, dialect);
        boolean more = true;
        while (more) {
            more = parser.key(into, 0);
        }
    }

    /** Reads one key and its value; whether there can be more. */
    private boolean key(Map<String, @Nullable Object> table, int level) throws SetFailure {
        Runes.Token key = runes.until(dialect.keyStops(), dialect.escapes());
        String quoted = Quoting.quoted(key.text());
        return switch (key.stop()) {
            case '=' -> value(table, key.text());
            case '[' -> element(table, key.text(), level);
            case '.' -> inner(table, key.text(), level + 1);
            case ',' -> {
                put(table, key.text(), "");
                throw new SetFailure("key " + quoted + " has no value (cannot end with ,)");
            }
            default -> {
                if (key.text().isEmpty()) {
                    yield false;
                }
                throw new SetFailure("key " + quoted + " has no value");
            }
        };
    }

    private static void put(Map<String, @Nullable Object> table, String key, @Nullable Object value) {
        if (!key.isEmpty()) {
            table.put(key, value);
        }
    }

    private boolean value(Map<String, @Nullable Object> table, String key) throws SetFailure {
        SetDialect.Value value = dialect.value(runes);
        put(table, key, value.value());
        return !value.atEnd();
    }

    private boolean element(Map<String, @Nullable Object> table, String key, int level) throws SetFailure {
        Runes.Token index = runes.until("]", dialect.escapes());
        if (index.atEnd()) {
            return false;
        }
        int at = Indexes.parse(index.text());
        Object there = table.get(key);
        if (table.containsKey(key) && !(there instanceof List<?>)) {
            throw new SetFailure("unable to parse key: interface conversion: interface {} is " + TypeWord.of(there)
                    + ", not []interface {}");
        }
        List<@Nullable Object> list = there instanceof List<?> old ? new ArrayList<>(old) : new ArrayList<>();
        boolean more = item(list, at, level);
        put(table, key, list);
        return more;
    }

    private boolean inner(Map<String, @Nullable Object> table, String key, int level) throws SetFailure {
        if (level > DEEPEST) {
            throw new SetFailure(
                    "value name nested level is greater than maximum supported nested level of " + DEEPEST);
        }
        Object there = table.get(key);
        if (table.containsKey(key) && !(there instanceof Map<?, ?>)) {
            throw new SetFailure("unable to parse key: interface conversion: interface {} is " + TypeWord.of(there)
                    + ", not map[string]interface {}");
        }
        Map<String, @Nullable Object> inner = there instanceof Map<?, ?> map ? ValueTree.asTable(map) : new HashMap<>();
        boolean more = key(inner, level);
        if (more && inner.isEmpty()) {
            throw new SetFailure("key map " + Quoting.quoted(key) + " has no value");
        }
        if (!inner.isEmpty()) {
            put(table, key, inner);
        }
        return more;
    }

    /** Reads what follows an index and puts it into the list; whether there can be more. */
    private boolean item(List<@Nullable Object> list, int index, int level) throws SetFailure {
        Indexes.requirePositive(index);
        Runes.Token between = runes.until("[.=", dialect.escapes());
        if (!between.text().isEmpty()) {
            throw new SetFailure("unexpected data at end of array index: " + Quoting.quoted(between.text()));
        }
        return switch (between.stop()) {
            case '=' -> {
                SetDialect.Value value = dialect.value(runes);
                set(list, index, value.value());
                yield true;
            }
            case '[' -> nested(list, index, level);
            case '.' -> table(list, index, level);
            default -> false;
        };
    }

    private boolean nested(List<@Nullable Object> list, int index, int level) throws SetFailure {
        Runes.Token next = runes.until("]", dialect.escapes());
        if (next.atEnd()) {
            return false;
        }
        int inside = Indexes.parse(next.text());
        Object there = index < list.size() ? list.get(index) : null;
        if (there != null && !(there instanceof List<?>)) {
            throw new SetFailure("unable to parse key: interface conversion: interface {} is " + TypeWord.of(there)
                    + ", not []interface {}");
        }
        List<@Nullable Object> inner = there instanceof List<?> old ? new ArrayList<>(old) : new ArrayList<>();
        boolean more = item(inner, inside, level);
        if (more) {
            set(list, index, inner);
        }
        return more;
    }

    private boolean table(List<@Nullable Object> list, int index, int level) throws SetFailure {
        Object there = index < list.size() ? list.get(index) : null;
        Map<String, @Nullable Object> inner = there instanceof Map<?, ?> map ? ValueTree.asTable(map) : new HashMap<>();
        boolean more = key(inner, level);
        if (more) {
            set(list, index, inner);
        }
        return more;
    }

    private static void set(List<@Nullable Object> list, int index, @Nullable Object value) throws SetFailure {
        Indexes.requirePositive(index);
        if (index > HIGHEST_INDEX) {
            throw new SetFailure("index of " + index + " is greater than maximum supported index of " + HIGHEST_INDEX);
        }
        while (list.size() <= index) {
            list.add(null);
        }
        list.set(index, value);
    }
}
