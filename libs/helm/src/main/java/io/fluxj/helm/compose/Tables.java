package io.fluxj.helm.compose;

import io.fluxj.gotemplate.format.Format;
import io.fluxj.gotemplate.value.Meter;
import io.fluxj.helm.Notice;
import io.fluxj.helm.Notices;
import io.fluxj.helm.values.ValueTree;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Puts tables below tables, changing both, as Helm does. */
final class Tables {
    private final Notices notices;

    Tables(Notices notices) {
        this.notices = notices;
    }

    static String joined(String prefix, String name) {
        return prefix.isEmpty() ? name : prefix + "." + name;
    }

    /** A value whose tables have lost their nulls; the tables themselves are changed. */
    static @Nullable Object withoutNulls(@Nullable Object value) {
        Map<String, @Nullable Object> table = ValueTree.table(value);
        if (table != null) {
            table.values().removeIf(Objects::isNull);
            table.values().forEach(Tables::withoutNulls);
        }
        return value;
    }

    /**
     * Adds to a table what it does not have.
     *
     * @param keepsNulls whether a null over a value stays; otherwise it removes both
     */
    void putBelow(
            Map<String, @Nullable Object> table,
            Map<String, @Nullable Object> below,
            String prefix,
            boolean keepsNulls) {
        Set<String> held = below.entrySet().stream()
                .filter(entry -> entry.getValue() != null)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        table.forEach((key, value) -> {
            if (value == null) {
                below.put(key, null);
            }
        });
        new TreeMap<>(below).forEach((key, value) -> {
            if (table.containsKey(key) && table.get(key) == null && !keepsNulls && held.contains(key)) {
                table.remove(key);
            } else if (!table.containsKey(key)) {
                table.put(key, value);
            } else {
                deeper(table.get(key), value, joined(prefix, key), keepsNulls);
            }
        });
    }

    private void deeper(@Nullable Object over, @Nullable Object below, String path, boolean keepsNulls) {
        Map<String, @Nullable Object> overTable = ValueTree.table(over);
        Map<String, @Nullable Object> belowTable = ValueTree.table(below);
        if (overTable != null && belowTable != null) {
            putBelow(overTable, belowTable, path, keepsNulls);
        } else if (belowTable != null) {
            warn("cannot overwrite table with non table for " + path, below);
        } else if (overTable != null && below != null) {
            notices.add(Notice.info("warning: destination for " + path + " is a table. Ignoring non-table value ("
                    + printed(below) + ")"));
        }
    }

    private void warn(String what, @Nullable Object value) {
        notices.add(Notice.info("warning: " + what + " (" + printed(value) + ")"));
    }

    private static String printed(@Nullable Object value) {
        return Format.sprintf(Meter.NONE, "%v", Collections.singletonList(value));
    }
}
