package io.fluxj.source.chart;

import io.fluxj.helm.HelmException;
import io.fluxj.helm.chart.Chart;
import io.fluxj.semver.Version;

/** The versions that built charts get. */
final class Versions {
    private Versions() {}

    /** A version with other build metadata; as it is when there is none. */
    static String with(String version, String metadata) throws BuildFailure {
        if (metadata.isEmpty()) {
            return version;
        }
        Version plain = Version.parse(version)
                .orElseThrow(() -> new BuildFailure(
                        BuildReason.METADATA,
                        "failed to parse version from chart metadata as SemVer: '" + version + "'",
                        null));
        String text =
                new Version(plain.major(), plain.minor(), plain.patch(), plain.preRelease(), metadata, "").toString();
        if (Version.parse(text).isEmpty()) {
            throw new BuildFailure(
                    BuildReason.METADATA, "failed to set SemVer metadata on chart version: '" + metadata + "'", null);
        }
        return text;
    }

    static Chart of(Chart chart, String version) throws BuildFailure {
        try {
            return chart.withMetadata(chart.metadata().withVersion(version));
        } catch (HelmException unfit) {
            throw BuildFailure.of(BuildReason.METADATA, unfit);
        }
    }
}
