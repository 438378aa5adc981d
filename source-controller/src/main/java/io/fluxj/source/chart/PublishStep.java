package io.fluxj.source.chart;

import io.fluxj.api.source.v1.HelmChart;
import io.fluxj.api.source.v1.HelmChartSpec;
import io.fluxj.api.source.v1.HelmChartStatus;
import io.fluxj.runtime.events.Severity;
import io.fluxj.runtime.reconcile.Outcome;
import io.fluxj.runtime.reconcile.Pass;
import io.fluxj.runtime.reconcile.Retryable;
import io.fluxj.source.artifact.ArtifactContent;
import io.fluxj.source.artifact.NewArtifact;
import io.fluxj.source.artifact.Publishing;
import io.fluxj.source.artifact.Report;
import io.fluxj.source.artifact.SourceCondition;
import io.fluxj.source.artifact.SourceReason;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** What a HelmChart says of its artifact. Source: conditions-events §3. */
record PublishStep(Publishing<HelmChart, HelmChartStatus> publishing) {
    /** Ends a pass that has a chart, be it a new one. */
    Outcome publish(Pass<HelmChart, HelmChartStatus> pass, Built built) throws Retryable {
        return built.file().isPresent() ? store(pass, built, built.file().get()) : keep(pass, built);
    }

    private Outcome keep(Pass<HelmChart, HelmChartStatus> pass, Built built) {
        String message = "artifact up-to-date with remote revision: '" + built.version() + "'";
        pass.emit(Severity.TRACE, SourceReason.ARTIFACT_UP_TO_DATE, message, Map.of());
        return publishing.keep(pass, report(built), interval(pass));
    }

    private Outcome store(Pass<HelmChart, HelmChartStatus> pass, Built built, Path file) throws Retryable {
        tell(pass, built);
        HelmChartSpec spec = pass.object().getSpec();
        boolean telling = Boolean.TRUE.equals(spec.ignoreMissingValuesFiles());
        List<String> observed = telling ? built.valuesFiles() : List.of();
        NewArtifact<HelmChartStatus> made = new NewArtifact<>(
                built.version(),
                built.fileName(),
                new ArtifactContent.Copied(file, "Helm chart"),
                status -> status.withObservedChartName(built.name()).withObservedValuesFiles(observed));
        return publishing.publish(pass, made, report(built), interval(pass));
    }

    private static void tell(Pass<HelmChart, HelmChartStatus> pass, Built built) {
        HelmChartStatus status = pass.status();
        var artifact = status.artifact();
        boolean known = artifact != null
                && artifact.revision().equals(built.version())
                && built.name().equals(status.observedChartName());
        if (!known) {
            if (artifact != null) {
                pass.conditions().markTrue(SourceCondition.ARTIFACT_OUTDATED, ChartReason.NEW_CHART, built.summary());
            }
            pass.drifted("building artifact: " + built.summary());
        }
        if (built.dependencies() > 0) {
            pass.emit(
                    Severity.TRACE,
                    ChartReason.RESOLVED_DEPENDENCIES,
                    "resolved " + built.dependencies() + " chart dependencies",
                    Map.of());
        }
    }

    private static Report report(Built built) {
        return new Report(built.reason(), built.summary(), built.reason(), built.summary());
    }

    private static Duration interval(Pass<HelmChart, HelmChartStatus> pass) {
        return pass.object().getSpec().interval().value();
    }
}
