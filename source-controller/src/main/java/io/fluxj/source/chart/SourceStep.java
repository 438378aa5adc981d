package io.fluxj.source.chart;

import io.fabric8.kubernetes.client.CustomResource;
import io.fluxj.api.meta.Artifact;
import io.fluxj.api.source.v1.HelmChart;
import io.fluxj.api.source.v1.HelmChartSourceKind;
import io.fluxj.api.source.v1.HelmChartSourceReference;
import io.fluxj.api.source.v1.HelmChartStatus;
import io.fluxj.api.source.v1.HelmRepository;
import io.fluxj.runtime.events.Severity;
import io.fluxj.runtime.reconcile.Failure;
import io.fluxj.runtime.reconcile.Pass;
import io.fluxj.runtime.reconcile.Retryable;
import io.fluxj.runtime.reconcile.Stalled;
import io.fluxj.runtime.reconcile.Waiting;
import io.fluxj.runtime.source.Source;
import io.fluxj.runtime.source.SourceName;
import io.fluxj.runtime.source.Sources;
import io.fluxj.source.artifact.SourceCondition;
import io.fluxj.source.artifact.StoredArtifacts;
import io.fluxj.source.chart.repository.Repositories;
import java.time.Duration;
import java.util.Optional;

/** Finds the source of a chart. */
final class SourceStep {
    private final Sources sources;
    private final StoredArtifacts artifacts;
    private final Duration requeueDependency;

    SourceStep(Sources sources, HelmChartParts parts) {
        this.sources = sources;
        this.artifacts = new StoredArtifacts(parts.storage().store());
        this.requeueDependency = parts.requeueDependency();
    }

    ChartSource find(Pass<HelmChart, HelmChartStatus> pass) throws Failure {
        Source source = existing(pass);
        if (source.object() instanceof HelmRepository repository
                && Repositories.isRegistry(repository.getSpec().url())) {
            return new ChartSource.Registry(repository);
        }
        Artifact artifact = artifact(source)
                .orElseThrow(() -> withoutArtifact(pass.object().getSpec().sourceRef()));
        pass.update(status -> status.withObservedSourceArtifactRevision(artifact.revision()));
        return source.object() instanceof HelmRepository repository
                ? new ChartSource.Index(repository, artifact)
                : new ChartSource.Files(source.object(), artifact);
    }

    private Source existing(Pass<HelmChart, HelmChartStatus> pass) throws Failure {
        HelmChartSourceReference named = pass.object().getSpec().sourceRef();
        if (named.kind().known().isEmpty()) {
            throw unsupported(named);
        }
        SourceName name = SourceName.of(pass.object(), named.kind().text(), null, named.name());
        return sources.find(name).orElseThrow(() -> Retryable.of(
                        ChartReason.SOURCE_UNAVAILABLE,
                        "failed to get source: " + name.kind() + ".source.toolkit.fluxcd.io \"" + name.name()
                                + "\" not found")
                .marking(SourceCondition.FETCH_FAILED));
    }

    private static Stalled unsupported(HelmChartSourceReference named) {
        String kinds = HelmChartSourceKind.HELM_REPOSITORY.text() + " " + HelmChartSourceKind.GIT_REPOSITORY.text()
                + " " + HelmChartSourceKind.BUCKET.text();
        return Stalled.of(
                        ChartReason.UNSUPPORTED_SOURCE_KIND,
                        "failed to get source: unsupported source kind '"
                                + named.kind().text() + "', must be one of: [" + kinds + "]")
                .marking(SourceCondition.FETCH_FAILED);
    }

    private Optional<Artifact> artifact(Source source) {
        CustomResource<?, ?> owner = source.object();
        return source.artifact().filter(artifact -> artifacts.has(owner, artifact));
    }

    private Waiting withoutArtifact(HelmChartSourceReference named) {
        String message = "no artifact available for " + named.kind().text() + " source '" + named.name() + "'";
        return Waiting.on(ChartReason.NO_SOURCE_ARTIFACT, message, requeueDependency)
                .marking(SourceCondition.FETCH_FAILED)
                .announcing(Severity.TRACE, message);
    }
}
