package io.fluxj.helm.render;

import io.fluxj.helm.chart.Chart;
import io.fluxj.helm.manifest.Hook;
import java.util.List;

/**
 * What came of a chart.
 *
 * @param chart with those charts in it that take part, and the values that they import
 * @param notes of the chart itself
 * @param hooks in the order of their kinds
 * @param manifest all that is no hook, in the order in which it is installed
 */
public record Rendered(Chart chart, String notes, List<Hook> hooks, String manifest) {
    public Rendered {
        hooks = List.copyOf(hooks);
    }
}
