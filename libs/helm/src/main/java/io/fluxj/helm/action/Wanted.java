package io.fluxj.helm.action;

import io.fluxj.helm.chart.Chart;
import io.fluxj.helm.render.PostRenderer;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What shall be released.
 *
 * @param name of the release
 * @param namespace of the release; objects whose manifest names none go there
 * @param values those that the user gives
 * @param crdLabels labels of the definitions in the chart's {@code crds/}
 * @param postRenderer changes what the templates printed
 */
public record Wanted(
        String name,
        String namespace,
        Chart chart,
        Map<String, @Nullable Object> values,
        Map<String, String> crdLabels,
        PostRenderer postRenderer) {

    public Wanted {
        crdLabels = Map.copyOf(crdLabels);
    }

    /** A chart as it is. */
    public static Wanted of(String name, String namespace, Chart chart, Map<String, @Nullable Object> values) {
        return new Wanted(name, namespace, chart, values, Map.of(), PostRenderer.NONE);
    }

    Wanted with(Chart otherChart, Map<String, @Nullable Object> otherValues) {
        return new Wanted(name, namespace, otherChart, otherValues, crdLabels, postRenderer);
    }
}
