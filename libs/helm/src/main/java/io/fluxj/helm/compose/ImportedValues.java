package io.fluxj.helm.compose;

import io.fluxj.gotemplate.format.Format;
import io.fluxj.gotemplate.format.Quoting;
import io.fluxj.gotemplate.value.GoMap;
import io.fluxj.gotemplate.value.GoType;
import io.fluxj.gotemplate.value.Meter;
import io.fluxj.helm.Notice;
import io.fluxj.helm.Notices;
import io.fluxj.helm.chart.Chart;
import io.fluxj.helm.chart.ChartDependency;
import io.fluxj.helm.values.ValueTree;
import io.fluxj.helm.values.ValueTree.Found;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code import-values}: values of a chart that the chart around it takes over, below its own. */
final class ImportedValues {
    private final Notices notices;
    private final Tables tables;

    ImportedValues(Notices notices) {
        this.notices = notices;
        this.tables = new Tables(notices);
    }

    /** The chart with what it and the charts in it import. */
    Chart into(Chart chart) {
        List<Chart> inner = chart.dependencies().stream().map(this::into).toList();
        Chart whole = chart.withDependencies(inner);
        if (!chart.metadata().declaresDependencies()) {
            return whole;
        }
        Map<String, @Nullable Object> values = Coalescing.merged(whole, notices);
        Map<String, @Nullable Object> imported = new HashMap<>();
        List<ChartDependency> spelled = chart.metadata().dependencies().stream()
                .map(dependency -> imported(dependency, values, imported))
                .toList();
        Map<String, @Nullable Object> all = ValueTree.copied(values);
        tables.putBelow(all, imported, "", true);
        return whole.withValues(all).withMetadata(chart.metadata().withDependencies(spelled));
    }

    /** One thing that is imported: from where in the inner chart, to where in the outer one. */
    private record Import(String child, String parent, boolean exported) {
        GoMap spelled() {
            return GoMap.of(GoType.STRING_MAP, new HashMap<>(Map.of("child", child, "parent", parent)));
        }
    }

    /** Adds what a dependency exports; the dependency with its imports spelled out. */
    private ChartDependency imported(
            ChartDependency dependency, Map<String, @Nullable Object> values, Map<String, @Nullable Object> imported) {
        List<Object> spelled = new ArrayList<>();
        for (Object written : dependency.importValues()) {
            Import one = read(written);
            if (one != null) {
                spelled.add(one.spelled());
                add(one, dependency, values, imported);
            }
        }
        return spelled.isEmpty() && dependency.importValues().isEmpty()
                ? dependency
                : dependency.withImportValues(spelled);
    }

    private static @Nullable Import read(@Nullable Object written) {
        return switch (written) {
            case Map<?, ?> map -> new Import(printed(map.get("child")), printed(map.get("parent")), false);
            case GoMap map ->
                new Import(
                        printed(map.entries().get("child")),
                        printed(map.entries().get("parent")),
                        false);
            case String name -> new Import("exports." + name, ".", true);
            case null, default -> null;
        };
    }

    private static String printed(@Nullable Object value) {
        return Format.sprintf(Meter.NONE, "%v", java.util.Collections.singletonList(value));
    }

    private void add(
            Import one,
            ChartDependency dependency,
            Map<String, @Nullable Object> values,
            Map<String, @Nullable Object> imported) {
        switch (ValueTree.table(values, dependency.name() + "." + one.child())) {
            case Found.Table(Map<String, @Nullable Object> table) ->
                tables.putBelow(imported, at(one.parent(), table), "", true);
            case Found.Nothing(String name) -> warn(one, dependency, Quoting.quoted(name) + " is not a table");
        }
    }

    private void warn(Import one, ChartDependency dependency, String problem) {
        Notice.Attribute error = new Notice.Attribute("error", problem);
        notices.add(
                one.exported()
                        ? Notice.warn("ImportValues missing table", error)
                        : Notice.warn(
                                "ImportValues missing table from chart",
                                new Notice.Attribute("chart", dependency.name()),
                                error));
    }

    private static Map<String, @Nullable Object> at(String path, Map<String, @Nullable Object> table) {
        if (path.equals(".")) {
            return table;
        }
        Map<String, @Nullable Object> whole = table;
        for (String name : List.of(path.split("\\.", -1)).reversed()) {
            Map<String, @Nullable Object> outer = new HashMap<>();
            outer.put(name, whole);
            whole = outer;
        }
        return whole;
    }
}
