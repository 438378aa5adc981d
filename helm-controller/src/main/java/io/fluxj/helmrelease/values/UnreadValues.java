package io.fluxj.helmrelease.values;

import io.fluxj.api.helm.v2.HelmRelease;
import io.fluxj.api.helm.v2.HelmReleaseStatus;
import io.fluxj.helm.HelmException;
import io.fluxj.helmrelease.HelmReleaseReason;
import io.fluxj.helmrelease.chart.LoadedChart;
import io.fluxj.runtime.events.Severity;
import io.fluxj.runtime.reconcile.Pass;
import java.util.List;
import java.util.Map;

/**
 * Values that no template reads and that look like a misspelt one: they do nothing, and Helm says nothing. Told once for each spec and chart, where the gate
 * {@code TellUnreadValues} is on: what templates read can only be guessed from their text.
 *
 * @param told whether they are told
 */
public record UnreadValues(boolean told) {
    private static final int MOST = 5;

    /** Tells them, if there are any. */
    public void tell(Pass<HelmRelease, HelmReleaseStatus> pass, ReleaseValues values, LoadedChart chart) {
        if (!told || isTried(pass.status(), values, chart)) {
            return;
        }
        List<String> found = found(values, chart);
        if (!found.isEmpty()) {
            String more = found.size() > MOST ? " and " + (found.size() - MOST) + " more" : "";
            pass.emit(
                    Severity.ERROR,
                    HelmReleaseReason.DOUBTFUL_VALUES,
                    "no template of chart " + chart.reference() + " reads these values: "
                            + String.join(", ", found.subList(0, Math.min(MOST, found.size()))) + more,
                    Map.of());
        }
    }

    private static boolean isTried(HelmReleaseStatus status, ReleaseValues values, LoadedChart chart) {
        return values.digest().equals(status.lastAttemptedConfigDigest())
                && chart.version().equals(status.lastAttemptedRevision());
    }

    /** A chart that cannot be put together is told of by whoever renders it. */
    private static List<String> found(ReleaseValues values, LoadedChart chart) {
        try {
            return Misspelling.all(chart.chart(), values.tree());
        } catch (HelmException refused) {
            return List.of();
        }
    }
}
