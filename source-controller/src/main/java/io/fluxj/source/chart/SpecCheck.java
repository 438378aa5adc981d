package io.fluxj.source.chart;

import io.fluxj.api.source.v1.HelmChartSpec;
import io.fluxj.runtime.reconcile.Stalled;
import io.fluxj.source.artifact.TimeFields;

/** Refuses specs that this controller cannot act on. */
final class SpecCheck {
    private SpecCheck() {}

    static void requireUsable(HelmChartSpec spec) throws Stalled {
        TimeFields.requireUsable("spec.interval", spec.interval());
    }
}
