package io.fluxj.helmrelease.pass;

import io.fluxj.api.helm.v2.HelmReleaseStatus;
import io.fluxj.helmrelease.ReleasePlace;
import io.fluxj.helmrelease.chart.LoadedChart;
import io.fluxj.helmrelease.values.ReleaseValues;

/** The counters of failures, which start anew when what failed is not what is tried now. Source: behaviour §3.4. */
final class Failures {

    private Failures() {}

    /** Whether something else was tried before. */
    static boolean areOfAnother(HelmReleaseStatus status, Long generation, LoadedChart chart, ReleaseValues values) {
        return !generation.equals(status.lastAttemptedGeneration())
                || !chart.version().equals(status.lastAttemptedRevision())
                || !values.digest().equals(status.lastAttemptedConfigDigest());
    }

    static HelmReleaseStatus forgotten(HelmReleaseStatus status) {
        return status.withFailures(null).withInstallFailures(null).withUpgradeFailures(null);
    }

    /** What is going to be tried. */
    static HelmReleaseStatus trying(HelmReleaseStatus status, Long generation, Trying trying) {
        return status.withLastAttemptedGeneration(generation)
                .withLastAttemptedRevision(trying.chart().version())
                .withLastAttemptedRevisionDigest(
                        trying.chart().ociDigest().isEmpty()
                                ? null
                                : trying.chart().ociDigest())
                .withLastAttemptedConfigDigest(trying.values().digest())
                .withLastAttemptedValuesChecksum(null)
                .withLastReleaseRevision(null)
                .withStorageNamespace(trying.place().storage());
    }

    /** A chart with values, somewhere. */
    record Trying(LoadedChart chart, ReleaseValues values, ReleasePlace place) {}
}
