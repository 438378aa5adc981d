package io.fluxj.helmrelease.chart;

import io.fluxj.helm.HelmException;
import io.fluxj.helm.chart.Chart;
import io.fluxj.helmrelease.HelmReleaseReason;
import io.fluxj.runtime.reconcile.Retryable;
import io.fluxj.runtime.source.ResolvedSource;
import io.fluxj.semver.Version;
import java.util.Optional;

/**
 * Gives a chart from an OCI artifact a version that tells which artifact. Source: behaviour §3.2.
 *
 * @param tracksDigests whether the version gets the beginning of the digest
 */
record ChartVersions(boolean tracksDigests) {

    private static final int SHOWN = 12;

    /** Where a revision comes from. */
    private record Revision(String tag, String digest) {

        /** {@code tag@algorithm:hex} or {@code algorithm:hex}; the digest is empty for other revisions, such as versions of charts. */
        static Revision of(String text) {
            int at = text.lastIndexOf('@');
            String digest = text.substring(at + 1);
            return digest.contains(":")
                    ? new Revision(at < 0 ? "" : text.substring(0, at), digest)
                    : new Revision(text, "");
        }

        String hex() {
            return digest.substring(digest.indexOf(':') + 1);
        }
    }

    LoadedChart of(Chart chart, ResolvedSource source) throws Retryable {
        Revision revision = Revision.of(source.revision());
        if (source.name().kind().equals("HelmChart") || revision.digest().isEmpty()) {
            return new LoadedChart(chart, "");
        }
        try {
            requireSame(chart, revision.tag());
            boolean versioned =
                    revision.tag().isEmpty() || version(revision.tag()).isPresent();
            return new LoadedChart(
                    tracksDigests ? marked(chart, revision) : chart, versioned ? revision.digest() : source.revision());
        } catch (HelmException e) {
            throw failed(String.valueOf(e.getMessage()));
        }
    }

    private static Optional<Version> version(String tag) {
        return Version.parse(tag.replace('_', '+'));
    }

    /** A tag that is a version is that of the chart; others say nothing of it. */
    private static void requireSame(Chart chart, String tag) throws Retryable {
        Optional<Version> tagged = version(tag);
        if (tagged.isEmpty()) {
            return;
        }
        Optional<Version> own = Version.parse(chart.metadata().version());
        if (own.isEmpty() || !own.get().equals(tagged.get())) {
            throw failed("artifact revision %s does not match chart version %s"
                    .formatted(tag, chart.metadata().version()));
        }
    }

    private static Chart marked(Chart chart, Revision revision) {
        String hex = revision.hex();
        return chart.withMetadata(chart.metadata().withBuildMetadata(hex.substring(0, Math.min(SHOWN, hex.length()))));
    }

    private static Retryable failed(String message) {
        return Retryable.of(HelmReleaseReason.CHART_MUTATE_ERROR, message).quietly();
    }
}
