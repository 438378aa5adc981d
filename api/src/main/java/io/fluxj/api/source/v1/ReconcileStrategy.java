package io.fluxj.api.source.v1;

import io.fluxj.api.meta.Choice;

/** What makes a new artifact of a chart. */
public enum ReconcileStrategy implements Choice.Named {
    /** A new version in Chart.yaml. */
    CHART_VERSION("ChartVersion"),
    /** Any new revision of the source. */
    REVISION("Revision");

    private final String text;

    ReconcileStrategy(String text) {
        this.text = text;
    }

    @Override
    public String text() {
        return text;
    }
}
