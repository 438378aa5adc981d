package io.fluxj.source.chart;

import io.fluxj.api.source.v1.HelmChart;
import io.fluxj.api.source.v1.HelmChartStatus;
import io.fluxj.api.source.v1.ReconcileStrategy;
import io.fluxj.helm.dependency.JailedFolder;
import io.fluxj.runtime.reconcile.Failure;
import io.fluxj.runtime.reconcile.Pass;
import io.fluxj.runtime.secret.SecretReader;
import io.fluxj.source.artifact.SourceReason;
import io.fluxj.source.artifact.StoredArtifacts;
import io.fluxj.source.artifact.WorkFolder;
import io.fluxj.source.chart.repository.ChartRepository;
import io.fluxj.source.chart.repository.Repositories;
import io.fluxj.source.chart.repository.RepositoryException;
import io.fluxj.source.helm.AccessException;
import io.fluxj.source.signature.Verifiers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Builds a chart from whatever source. */
final class BuildStep {
    private final HelmChartParts parts;
    private final StoredArtifacts artifacts;
    private final SignatureStep signatures;
    private final RemoteBuild remote;
    private final LocalBuild local;

    BuildStep(HelmChartParts parts) {
        this.parts = parts;
        this.artifacts = new StoredArtifacts(parts.storage().store());
        this.signatures = new SignatureStep(
                new Verifiers(new SecretReader(parts.client()), parts.storage().clock()));
        this.remote = new RemoteBuild(parts.limits());
        this.local = new LocalBuild(parts.limits());
    }

    Built build(Pass<HelmChart, HelmChartStatus> pass, ChartSource source, WorkFolder folder)
            throws Failure, InterruptedException {
        try {
            return switch (source) {
                case ChartSource.Index index -> remote(pass, way(pass, index), folder);
                case ChartSource.Registry registry -> remote(pass, way(pass, registry), folder);
                case ChartSource.Files files -> local(pass, files, folder);
            };
        } catch (BuildFailure failed) {
            throw BuildFailures.of(pass, failed);
        } catch (RefusedException refused) {
            throw BuildFailures.refused(pass, refused.failure());
        } catch (AccessException unknown) {
            throw BuildFailures.of(pass, unknown);
        }
    }

    private Repositories.Way way(Pass<HelmChart, HelmChartStatus> pass, ChartSource.Index source)
            throws AccessException {
        return parts.repositories().stored(source.repository(), source.index(), pass::conceal);
    }

    private Repositories.Way way(Pass<HelmChart, HelmChartStatus> pass, ChartSource.Registry source)
            throws AccessException, Failure {
        return parts.repositories().registry(source.repository(), signatures.trusted(pass), pass::conceal);
    }

    private Built remote(Pass<HelmChart, HelmChartStatus> pass, Repositories.Way way, WorkFolder folder)
            throws BuildFailure, RefusedException, Failure, InterruptedException {
        try (ChartRepository repository = pass.transferring(pass.outdated(), way::open)) {
            BuildOptions options = BuildOptions.of(pass.object(), pass.status(), "");
            return remote.build(pass, repository, options, folder.path());
        } catch (RepositoryException silent) {
            throw RemoteBuild.failure("failed to get chart", silent);
        }
    }

    private Built local(Pass<HelmChart, HelmChartStatus> pass, ChartSource.Files source, WorkFolder folder)
            throws BuildFailure, Failure, InterruptedException {
        HelmChart chart = pass.object();
        var strategy = chart.getSpec().reconcileStrategy();
        boolean byRevision = strategy != null && strategy.is(ReconcileStrategy.REVISION);
        BuildOptions options = BuildOptions.of(chart, pass.status(), byRevision ? source.shortRevision() : "");
        JailedFolder tree = unpacked(pass, source, folder.path());
        try (DependencyCharts dependencies = new DependencyCharts(pass, parts, folder.path())) {
            LocalBuild.Place place = new LocalBuild.Place(tree, chart.getSpec().chart());
            return local.build(place, options, dependencies, folder.path().resolve("packed.tgz"));
        }
    }

    private JailedFolder unpacked(Pass<HelmChart, HelmChartStatus> pass, ChartSource.Files source, Path folder)
            throws Failure {
        try {
            Path tree = Files.createDirectory(folder.resolve("source"));
            artifacts.unpack(source.owner(), source.files(), tree);
            return JailedFolder.of(tree);
        } catch (IOException unusable) {
            throw BuildFailures.unknown(
                    pass,
                    SourceReason.READ_OPERATION_FAILED,
                    "artifact untar error: " + unusable.getMessage(),
                    unusable);
        }
    }
}
