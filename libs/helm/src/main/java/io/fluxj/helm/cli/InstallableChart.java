package io.fluxj.helm.cli;

import io.fluxj.helm.Diagnosis.Subject;
import io.fluxj.helm.HelmException;
import io.fluxj.helm.Notice;
import io.fluxj.helm.Notices;
import io.fluxj.helm.chart.Chart;
import io.fluxj.helm.compose.Dependencies;

/** What is asked of a chart before it is rendered for itself. */
final class InstallableChart {
    private InstallableChart() {}

    /** @throws HelmException when it is a library, or lacks a chart that it depends on */
    static Chart of(Chart chart, Notices notices) {
        String type = chart.metadata().type();
        if (!type.isEmpty() && !type.equals("application")) {
            throw new HelmException(Subject.CHART, type + " charts are not installable");
        }
        if (chart.metadata().isDeprecated()) {
            notices.add(Notice.warn("this chart is deprecated"));
        }
        Dependencies.requireAll(chart);
        return chart;
    }
}
