package io.fluxj.helmrelease.chart;

import io.fluxj.api.helm.v2.HelmRelease;
import io.fluxj.api.helm.v2.HelmReleaseStatus;
import io.fluxj.api.meta.GoDuration;
import io.fluxj.helm.HelmException;
import io.fluxj.helm.chart.Chart;
import io.fluxj.helmrelease.HelmReleaseReason;
import io.fluxj.runtime.artifact.ArtifactCache;
import io.fluxj.runtime.artifact.ArtifactFailure;
import io.fluxj.runtime.artifact.RemoteArtifact;
import io.fluxj.runtime.artifact.UnpackedArtifact;
import io.fluxj.runtime.reconcile.CommonReason;
import io.fluxj.runtime.reconcile.Failure;
import io.fluxj.runtime.reconcile.Pass;
import io.fluxj.runtime.reconcile.Retryable;
import io.fluxj.runtime.reconcile.Waiting;
import io.fluxj.runtime.source.ResolvedSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;

/** Fetches what a source offers and loads the chart in it. */
public final class ChartStep {

    private final ArtifactCache artifacts;
    private final LoadedCharts charts = new LoadedCharts();
    private final ChartVersions versions;
    private final Duration requeueDependency;

    /**
     * With these.
     *
     * @param tracksDigests whether charts from OCI artifacts get the artifact's digest into their version
     */
    public ChartStep(ArtifactCache artifacts, boolean tracksDigests, Duration requeueDependency) {
        this.artifacts = artifacts;
        this.versions = new ChartVersions(tracksDigests);
        this.requeueDependency = requeueDependency;
    }

    /** The chart, with the version that the release gets. */
    public LoadedChart load(Pass<HelmRelease, HelmReleaseStatus> pass, ResolvedSource source)
            throws Failure, InterruptedException {
        return versions.of(chart(pass, source), source);
    }

    private Chart chart(Pass<HelmRelease, HelmReleaseStatus> pass, ResolvedSource source)
            throws Failure, InterruptedException {
        try (UnpackedArtifact artifact = fetch(pass, source.remote())) {
            return charts.of(artifact);
        } catch (HelmException | IOException | UncheckedIOException e) {
            throw failed(String.valueOf(e.getMessage()), e);
        }
    }

    private UnpackedArtifact fetch(Pass<HelmRelease, HelmReleaseStatus> pass, RemoteArtifact wanted)
            throws Failure, InterruptedException {
        try {
            return artifacts.holds(wanted)
                    ? artifacts.fetch(wanted)
                    : pass.transferring(pass.outdated(), () -> artifacts.fetch(wanted));
        } catch (ArtifactFailure.NotFound e) {
            throw Waiting.on(
                    HelmReleaseReason.SOURCE_NOT_READY,
                    "Source not ready: artifact not found. Retrying in " + GoDuration.of(requeueDependency),
                    requeueDependency);
        } catch (ArtifactFailure e) {
            throw failed(String.valueOf(e.getMessage()), e);
        }
    }

    private static Retryable failed(String why, Exception cause) {
        return Retryable.of(CommonReason.ARTIFACT_FAILED, "Could not load chart: " + why, cause);
    }
}
