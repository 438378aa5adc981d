package io.fluxj.helm.render;

import io.fluxj.gotemplate.value.GoMap;
import io.fluxj.gotemplate.value.GoText;
import io.fluxj.gotemplate.value.GoType;
import io.fluxj.helm.chart.Chart;
import io.fluxj.helm.chart.ChartFile;
import io.fluxj.helm.values.ValueTree;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Gathers the templates of a chart and of the charts in it, each with what it sees. */
final class ChartScopes {
    private static final GoType VALUES = GoType.ANY_MAP.named("common.Values");

    /** Deepest first, then from the end of the alphabet, so that outer templates are parsed over inner ones. */
    private static final Comparator<String> ORDER = Comparator.<String>comparingLong(
                    name -> name.chars().filter(c -> c == '/').count())
            .thenComparing(GoText::compare)
            .reversed();

    private final Map<String, Template> templates = new TreeMap<>(ORDER);
    private final ReleaseIdentity release;
    private final Capabilities capabilities;
    private final Map<String, @Nullable Object> releaseValue;

    private ChartScopes(ReleaseIdentity release, Capabilities capabilities) {
        this.release = release;
        this.capabilities = capabilities;
        this.releaseValue = release.value();
    }

    /**
     * A template.
     *
     * @param chart path of its chart, such as {@code app/charts/db}
     * @param scope what it sees; shared by the templates of the chart
     */
    record Template(String chart, ChartFile file, Map<String, @Nullable Object> scope) {

        boolean isPartial() {
            return file.base().startsWith("_");
        }

        /** What it sees, with its own name in it. */
        GoMap data(String name) {
            Map<String, @Nullable Object> own = new HashMap<>();
            own.put("Name", name);
            own.put("BasePath", chart + "/templates");
            scope.put("Template", GoMap.of(VALUES, own));
            return GoMap.of(VALUES, scope);
        }
    }

    /** By their names, in the order in which they are parsed and executed. */
    static Map<String, Template> of(
            Chart chart, Map<String, @Nullable Object> values, ReleaseIdentity release, Capabilities capabilities) {
        ChartScopes scopes = new ChartScopes(release, capabilities);
        scopes.add(chart, values, "");
        return scopes.templates;
    }

    private Map<String, @Nullable Object> add(Chart chart, Map<String, @Nullable Object> values, String parent) {
        String path = parent.isEmpty() ? chart.name() : parent + "/charts/" + chart.name();
        Map<String, @Nullable Object> inner = new HashMap<>();
        Map<String, @Nullable Object> scope = new HashMap<>();
        scope.put("Chart", declaration(chart, parent.isEmpty()));
        scope.put("Files", FilesObject.of(chart.content().files()));
        scope.put("Release", releaseValue);
        scope.put("Capabilities", capabilities);
        scope.put("Values", GoMap.of(VALUES, values));
        scope.put("Subcharts", inner);
        for (Chart each : chart.dependencies()) {
            Map<String, @Nullable Object> held = ValueTree.table(values.get(each.name()));
            inner.put(each.name(), add(each, held == null ? new HashMap<>() : held, path));
        }
        for (ChartFile file : chart.content().templates()) {
            if (!chart.isLibrary() || file.base().startsWith("_")) {
                templates.put(path + "/" + file.name(), new Template(path, file, scope));
            }
        }
        return scope;
    }

    private static Map<String, @Nullable Object> declaration(Chart chart, boolean root) {
        Map<String, @Nullable Object> declaration = chart.metadata().struct().asMap();
        declaration.put("IsRoot", root);
        return declaration;
    }

    @Override
    public String toString() {
        return "templates of " + release.name() + ": " + templates.keySet();
    }
}
