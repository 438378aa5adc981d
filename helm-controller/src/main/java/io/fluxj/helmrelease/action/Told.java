package io.fluxj.helmrelease.action;

import io.fluxj.api.helm.v2.HelmRelease;
import io.fluxj.api.helm.v2.HelmReleaseStatus;
import io.fluxj.api.helm.v2.ReleaseSnapshot;
import io.fluxj.helmrelease.Own;
import io.fluxj.helmrelease.chart.LoadedChart;
import io.fluxj.helmrelease.history.Snapshots;
import io.fluxj.helmrelease.values.ReleaseValues;
import io.fluxj.runtime.events.Severity;
import io.fluxj.runtime.reconcile.Pass;
import io.fluxj.runtime.reconcile.Reason;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Events about releases. Source: conditions-events §5.
 *
 * @param metadata which chart and which values they are about
 */
public record Told(Pass<HelmRelease, HelmReleaseStatus> pass, Map<String, String> metadata) {

    /** Of a release that is to be. */
    static Told of(Pass<HelmRelease, HelmReleaseStatus> pass, LoadedChart chart, ReleaseValues values) {
        return new Told(
                pass,
                metadata(
                        chart.version(),
                        values.digest(),
                        chart.chart().metadata().appVersion(),
                        chart.ociDigest()));
    }

    /** Of a release that was seen. */
    static Told of(Pass<HelmRelease, HelmReleaseStatus> pass, ReleaseSnapshot seen) {
        return new Told(
                pass,
                metadata(
                        seen.chartVersion(),
                        seen.configDigest(),
                        Objects.requireNonNullElse(seen.appVersion(), ""),
                        Snapshots.ociDigest(seen)));
    }

    private static Map<String, String> metadata(String version, String token, String appVersion, String oci) {
        Map<String, String> metadata = new TreeMap<>();
        put(metadata, "revision", version);
        put(metadata, "token", token);
        put(metadata, "app-version", appVersion);
        put(metadata, "oci-digest", oci);
        return metadata;
    }

    private static void put(Map<String, String> metadata, String key, String value) {
        if (!value.isEmpty()) {
            metadata.put(Own.GROUP + "/" + key, value);
        }
    }

    void info(Reason reason, String message) {
        pass.emit(Severity.INFO, reason, message, metadata);
    }

    void error(Reason reason, String message) {
        pass.emit(Severity.ERROR, reason, message, metadata);
    }
}
