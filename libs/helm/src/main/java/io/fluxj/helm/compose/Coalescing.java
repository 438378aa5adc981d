package io.fluxj.helm.compose;

import io.fluxj.gotemplate.format.Format;
import io.fluxj.gotemplate.value.Meter;
import io.fluxj.helm.Diagnosis.Subject;
import io.fluxj.helm.HelmException;
import io.fluxj.helm.Notice;
import io.fluxj.helm.Notices;
import io.fluxj.helm.chart.Chart;
import io.fluxj.helm.values.ValueTree;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Puts the values of a chart, of the charts in it and of its user together: the user's over the chart's, those of a chart over those of the charts in it,
 * globals handed down (Helm 4's rules for nulls).
 */
public final class Coalescing {
    private static final String GLOBAL = "global";

    private final Notices notices;
    private final Tables tables;
    private final boolean keepsNulls;

    private Coalescing(Notices notices, boolean keepsNulls) {
        this.notices = notices;
        this.tables = new Tables(notices);
        this.keepsNulls = keepsNulls;
    }

    /** The values that templates see: a null of the user removes what the chart has. */
    public static Map<String, @Nullable Object> coalesced(
            Chart chart, Map<String, @Nullable Object> given, Notices notices) {
        return new Coalescing(notices, false).all(chart, ValueTree.copied(given), "");
    }

    /** A table with what it lacks from another, at every depth; a null over a value removes both. */
    public static Map<String, @Nullable Object> over(
            Map<String, @Nullable Object> table, Map<String, @Nullable Object> below, Notices notices) {
        Map<String, @Nullable Object> whole = ValueTree.copied(table);
        new Tables(notices).putBelow(whole, ValueTree.copied(below), "", false);
        return whole;
    }

    /** The same with all nulls kept, for a later {@link #coalesced}. */
    static Map<String, @Nullable Object> merged(Chart chart, Notices notices) {
        return new Coalescing(notices, true).all(chart, new HashMap<>(), "");
    }

    private Map<String, @Nullable Object> all(Chart chart, Map<String, @Nullable Object> values, String prefix) {
        own(chart, values, prefix);
        String inside = Tables.joined(prefix, chart.name());
        for (Chart inner : chart.dependencies()) {
            Map<String, @Nullable Object> innerValues = innerValues(inner, values);
            handDownGlobals(innerValues, values, inside);
            values.put(inner.name(), all(inner, innerValues, inside));
        }
        return values;
    }

    private static Map<String, @Nullable Object> innerValues(Chart inner, Map<String, @Nullable Object> values) {
        if (!values.containsKey(inner.name())) {
            return new HashMap<>();
        }
        Object there = values.get(inner.name());
        Map<String, @Nullable Object> table = ValueTree.table(there);
        if (table == null) {
            throw new HelmException(
                    Subject.VALUES,
                    "type mismatch on " + inner.name() + ": "
                            + Format.sprintf(Meter.NONE, "%t", Collections.singletonList(there)));
        }
        return table;
    }

    /** Puts the values of the chart itself below those that are there. */
    private void own(Chart chart, Map<String, @Nullable Object> values, String prefix) {
        if (chart.values() == null) {
            return;
        }
        String path = Tables.joined(prefix, chart.name());
        Map<String, @Nullable Object> copy = ValueTree.copied(chart.values());
        new TreeMap<>(copy).forEach((key, value) -> {
            if (values.containsKey(key)) {
                below(chart, values, path, key, value);
            } else if (keepsNulls || value != null) {
                values.put(key, keepsNulls ? value : Tables.withoutNulls(value));
            }
        });
    }

    private void below(
            Chart chart, Map<String, @Nullable Object> values, String path, String key, @Nullable Object value) {
        Object there = values.get(key);
        if (there == null && !keepsNulls) {
            values.remove(key);
            return;
        }
        Map<String, @Nullable Object> table = ValueTree.table(there);
        if (table == null) {
            return;
        }
        Map<String, @Nullable Object> source = ValueTree.table(value);
        if (source == null) {
            if (value != null) {
                notices.add(Notice.info("warning: skipped value for " + path + "." + key + ": Not a table."));
            }
            return;
        }
        boolean keeps = keepsNulls
                || chart.dependencies().stream().anyMatch(inner -> inner.name().equals(key));
        if (!keeps) {
            Tables.withoutNulls(source);
        }
        tables.putBelow(table, source, Tables.joined(path, key), keeps);
    }

    private void handDownGlobals(
            Map<String, @Nullable Object> inner, Map<String, @Nullable Object> outer, String prefix) {
        Map<String, @Nullable Object> to = globals(inner, "destination");
        Map<String, @Nullable Object> from = to == null ? null : globals(outer, "source");
        if (to == null || from == null) {
            return;
        }
        new TreeMap<>(from).forEach((key, value) -> handDown(to, prefix, key, value));
        inner.put(GLOBAL, to);
    }

    private @Nullable Map<String, @Nullable Object> globals(Map<String, @Nullable Object> values, String role) {
        if (!values.containsKey(GLOBAL)) {
            return new HashMap<>();
        }
        Map<String, @Nullable Object> table = ValueTree.table(values.get(GLOBAL));
        if (table == null) {
            notices.add(Notice.info("warning: skipping globals because " + role + " global is not a table."));
        }
        return table;
    }

    private void handDown(Map<String, @Nullable Object> to, String prefix, String key, @Nullable Object value) {
        Map<String, @Nullable Object> table = ValueTree.table(value);
        Map<String, @Nullable Object> below = ValueTree.table(to.get(key));
        if (table == null) {
            if (below == null) {
                to.put(key, value);
            } else {
                notices.add(Notice.info("key " + key + " is table. Skipping"));
            }
        } else if (!to.containsKey(key)) {
            to.put(key, new HashMap<>(table));
        } else if (below == null) {
            notices.add(Notice.info("Conflict: cannot merge map onto non-map for \"" + key + "\". Skipping."));
        } else {
            Map<String, @Nullable Object> copy = new HashMap<>(table);
            tables.putBelow(copy, below, Tables.joined(prefix, key), true);
            to.put(key, copy);
        }
    }
}
