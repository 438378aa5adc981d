package io.fluxj.source.chart;

import io.fluxj.api.meta.Artifact;
import io.fluxj.api.source.v1.HelmChart;
import io.fluxj.api.source.v1.HelmChartStatus;
import io.fluxj.api.source.v1.HelmRepository;
import io.fluxj.api.source.v1.HelmRepositorySpec;
import io.fluxj.api.source.v1.HelmRepositoryStatus;
import io.fluxj.helm.Diagnosis.Subject;
import io.fluxj.helm.HelmException;
import io.fluxj.helm.chart.Chart;
import io.fluxj.helm.chart.ChartDependency;
import io.fluxj.helm.chart.ChartLoader;
import io.fluxj.helm.dependency.ChartRepositories;
import io.fluxj.runtime.reconcile.Pass;
import io.fluxj.runtime.reconcile.Superseded;
import io.fluxj.source.artifact.StoredArtifacts;
import io.fluxj.source.chart.repository.ChartRepository;
import io.fluxj.source.chart.repository.ChartVersion;
import io.fluxj.source.chart.repository.Repositories;
import io.fluxj.source.chart.repository.RepositoryException;
import io.fluxj.source.helm.AccessException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * The charts of other repositories that one pass needs: those of HelmRepositories of the namespace by their credentials, of all others by none. Source:
 * behaviour §1.6.
 */
final class DependencyCharts implements ChartRepositories<Superseded>, AutoCloseable {
    private final Pass<HelmChart, HelmChartStatus> pass;
    private final HelmChartParts parts;
    private final Path folder;
    private final StoredArtifacts artifacts;
    private final Map<String, ChartRepository> open = new HashMap<>();
    private int fetched;

    /** @param folder existing folder for what is fetched */
    DependencyCharts(Pass<HelmChart, HelmChartStatus> pass, HelmChartParts parts, Path folder) {
        this.pass = pass;
        this.parts = parts;
        this.folder = folder;
        this.artifacts = new StoredArtifacts(parts.storage().store());
    }

    @Override
    public Chart find(ChartDependency dependency) throws Superseded, InterruptedException {
        ChartRepository repository = repository(dependency.repository());
        ChartVersion version = version(repository, dependency);
        Path file = folder.resolve("dependency-" + fetched++ + ".tgz");
        download(repository, version, file);
        try {
            return new ChartLoader(parts.limits().packages(), notice -> {}).load(file);
        } catch (HelmException unfit) {
            throw unfit.within("failed to load downloaded archive of version '" + version.version() + "'");
        } finally {
            remove(file);
        }
    }

    private ChartVersion version(ChartRepository repository, ChartDependency dependency)
            throws Superseded, InterruptedException {
        try {
            return pass.transferring(pass.outdated(), () -> repository.find(dependency.name(), dependency.version()));
        } catch (RepositoryException failed) {
            throw unfit(
                    "failed to get chart '" + dependency.name() + "' version '" + dependency.version() + "' from '"
                            + dependency.repository() + "'",
                    failed);
        }
    }

    private void download(ChartRepository repository, ChartVersion version, Path file)
            throws Superseded, InterruptedException {
        try {
            pass.transferring(pass.outdated(), () -> {
                repository.download(version, file);
                return file;
            });
        } catch (RepositoryException failed) {
            throw unfit("chart download of version '" + version.version() + "' failed", failed);
        }
    }

    private ChartRepository repository(String url) throws Superseded, InterruptedException {
        String normal = normal(url);
        ChartRepository known = open.get(normal);
        if (known != null) {
            return known;
        }
        try {
            Repositories.Way way = way(object(normal, url));
            ChartRepository opened = pass.transferring(pass.outdated(), way::open);
            open.put(normal, opened);
            return opened;
        } catch (AccessException | RepositoryException failed) {
            throw unfit("failed to get chart repository for URL '" + normal + "'", failed);
        }
    }

    private Repositories.Way way(HelmRepository repository) throws AccessException {
        Repositories repositories = parts.repositories();
        if (Repositories.isRegistry(repository.getSpec().url())) {
            return repositories.registry(repository, SignatureStep.UNASKED, pass::conceal);
        }
        HelmRepositoryStatus status = repository.getStatus();
        Artifact index = status == null ? null : status.artifact();
        return index != null && artifacts.has(repository, index)
                ? repositories.stored(repository, index, pass::conceal)
                : repositories.fetched(repository, newFolder(), pass::conceal);
    }

    private Path newFolder() {
        try {
            return Files.createDirectory(folder.resolve("index-" + open.size()));
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    /** The one of the namespace with this address, or one that nobody made. */
    private HelmRepository object(String normal, String url) {
        String namespace = pass.object().getMetadata().getNamespace();
        return parts.client().resources(HelmRepository.class).inNamespace(namespace).list().getItems().stream()
                .filter(repository -> normal(repository.getSpec().url()).equals(normal))
                .findFirst()
                .orElseGet(() -> anonymous(namespace, url));
    }

    private static HelmRepository anonymous(String namespace, String url) {
        HelmRepository repository = new HelmRepository();
        repository.getMetadata().setNamespace(namespace);
        repository.setSpec(HelmRepositorySpec.builder().url(url).build());
        return repository;
    }

    private static String normal(String url) {
        String bare = url.replaceFirst("/+$", "");
        return Repositories.isRegistry(url) ? bare : bare + "/";
    }

    private static HelmException unfit(String doing, Exception failed) {
        return new HelmException(Subject.DEPENDENCIES, doing + ": " + failed.getMessage(), failed);
    }

    private static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException left) {
            throw new UncheckedIOException(left);
        }
    }

    @Override
    public void close() {
        open.values().forEach(ChartRepository::close);
    }
}
