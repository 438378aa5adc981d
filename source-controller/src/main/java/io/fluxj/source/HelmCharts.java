package io.fluxj.source;

import io.fluxj.api.source.v1.Bucket;
import io.fluxj.api.source.v1.GitRepository;
import io.fluxj.api.source.v1.HelmChart;
import io.fluxj.api.source.v1.HelmChartSourceReference;
import io.fluxj.api.source.v1.HelmChartStatus;
import io.fluxj.api.source.v1.HelmRepository;
import io.fluxj.net.proxy.EnvironmentProxies;
import io.fluxj.runtime.identity.cloud.CloudLogins;
import io.fluxj.runtime.notice.SpecNotices;
import io.fluxj.runtime.secret.SecretReader;
import io.fluxj.runtime.source.Attempts;
import io.fluxj.runtime.source.SourceName;
import io.fluxj.runtime.source.SourceUsers;
import io.fluxj.runtime.source.SourceWatch;
import io.fluxj.runtime.source.WatchedSources;
import io.fluxj.runtime.start.ControllerEnvironment;
import io.fluxj.runtime.start.Kind;
import io.fluxj.runtime.start.KindController;
import io.fluxj.runtime.storage.Storage;
import io.fluxj.runtime.watch.Index;
import io.fluxj.runtime.watch.RunningPasses;
import io.fluxj.source.artifact.StoredArtifacts;
import io.fluxj.source.chart.HelmChartLimits;
import io.fluxj.source.chart.HelmChartParts;
import io.fluxj.source.chart.HelmChartReconciliation;
import io.fluxj.source.chart.repository.Repositories;
import io.fluxj.source.chart.repository.StoredIndexes;
import io.fluxj.source.helm.RepositoryAccess;
import io.fluxj.source.helm.index.IndexPlaces;
import io.prometheus.metrics.core.metrics.Counter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/** The HelmCharts, which their sources wake. */
final class HelmCharts {
    /** Building is short; what came meanwhile is looked at in the next pass. */
    private static final RunningPasses NOT_ENDED = (chart, source) -> {};

    private HelmCharts() {}

    static KindController<HelmChart> controller(
            ControllerEnvironment environment,
            SourceControllerOptions options,
            Storage storage,
            Path workFolder,
            CloudLogins logins) {
        HelmChartParts parts = parts(environment, options, storage, workFolder, logins);
        SpecNotices<HelmChart> notices = new SpecNotices<>(environment.client(), HelmChart.class);
        return KindController.of(environment, HelmChart.class, own -> {
            WatchedSources sources =
                    new WatchedSources(List.of(HelmRepository.class, GitRepository.class, Bucket.class));
            Index<HelmChart, SourceName> bySource =
                    Index.of(own.context().getPrimaryCache(), "fluxj-source", HelmCharts::source);
            SourceWatch<HelmChart> watch = new SourceWatch<>(
                    sources, new SourceUsers<>(bySource, HelmCharts::isDone), new Attempts(), NOT_ENDED);
            return new Kind<>(new HelmChartReconciliation(parts, sources, notices), watch.eventSources(own.context()));
        });
    }

    private static List<SourceName> source(HelmChart chart) {
        HelmChartSourceReference named = chart.getSpec().sourceRef();
        return List.of(SourceName.of(chart, named.kind().text(), null, named.name()));
    }

    private static boolean isDone(HelmChart chart, SourceName source, String revision) {
        HelmChartStatus status = chart.getStatus();
        return status != null && revision.equals(status.observedSourceArtifactRevision());
    }

    private static HelmChartParts parts(
            ControllerEnvironment environment,
            SourceControllerOptions options,
            Storage storage,
            Path workFolder,
            CloudLogins logins) {
        HelmFlags flags = options.helm();
        RepositoryAccess access = new RepositoryAccess(new SecretReader(environment.client()), options.maxTimeout());
        StoredIndexes indexes = new StoredIndexes(
                new StoredArtifacts(storage.store()),
                new IndexPlaces(flags.cache(), Clock.systemUTC()),
                counted(environment));
        return new HelmChartParts(
                storage,
                environment.client(),
                new Repositories(
                        access,
                        EnvironmentProxies.of(environment.variables()).proxies(),
                        logins,
                        indexes,
                        new Repositories.MaxSizes(flags.indexMaxSize(), flags.chartMaxSize())),
                new HelmChartLimits(flags.indexMaxSize(), flags.chartMaxSize(), flags.chartFileMaxSize()),
                workFolder,
                options.requeueDependency());
    }

    /** Source: flags-endpoints §5. */
    private static StoredIndexes.Asked counted(ControllerEnvironment environment) {
        Counter events = Counter.builder()
                .name("gotk_cache_events_total")
                .help("Total number of cache retrieval events for a Gitops Toolkit resource reconciliation.")
                .labelNames("event_type", "name", "namespace")
                .register(environment.metrics().registry());
        return (repository, remembered) -> events.labelValues(
                        remembered ? "cache_hit" : "cache_miss",
                        repository.getMetadata().getName(),
                        repository.getMetadata().getNamespace())
                .inc();
    }
}
