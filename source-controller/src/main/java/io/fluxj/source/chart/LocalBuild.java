package io.fluxj.source.chart;

import io.fluxj.helm.HelmException;
import io.fluxj.helm.chart.Chart;
import io.fluxj.helm.chart.ChartLoader;
import io.fluxj.helm.chart.ChartMetadata;
import io.fluxj.helm.chart.Declaration;
import io.fluxj.helm.dependency.ChartRepositories;
import io.fluxj.helm.dependency.JailedFolder;
import io.fluxj.helm.dependency.LocalCharts;
import io.fluxj.helm.dependency.MissingCharts;
import io.fluxj.helm.values.ValuesFiles;
import io.fluxj.runtime.reconcile.Superseded;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Makes a chart of one that lies in the files of a source. Source: behaviour §1.6. */
record LocalBuild(HelmChartLimits limits) {
    /**
     * Where a chart lies.
     *
     * @param tree the files of the source
     * @param path of a chart's folder, or of a package, from their root on
     */
    record Place(JailedFolder tree, String path) {
        String shown() {
            return tree.shown(path);
        }
    }

    /**
     * Builds it.
     *
     * @param dependencies where charts are that it lacks
     * @param packed file that may be written
     */
    Built build(Place place, BuildOptions options, ChartRepositories<Superseded> dependencies, Path packed)
            throws BuildFailure, Superseded, InterruptedException {
        Path chart = resolve(place);
        ChartMetadata metadata = metadata(chart, place);
        String version = Versions.with(metadata.version(), options.metadata());
        StorableName.require(metadata.name());
        boolean packaging = Files.isDirectory(chart) || options.requirePackaging();
        Built.How how = packaging ? Built.How.PACKAGED : Built.How.PULLED;
        if (options.isStored(metadata.name(), version)) {
            return Built.stored(options, how);
        }
        if (!packaging) {
            return new Built(metadata.name(), version, how, List.of(), 0, Optional.of(chart));
        }
        Optional<ValuesFiles> values = values(place, options);
        Chart own = Versions.of(overridden(load(chart, place), values), version);
        MissingCharts missing = MissingCharts.of(own);
        boolean complete = !Files.isDirectory(chart) || missing.count() == 0;
        Chart whole = complete ? own : completed(own, missing, place, dependencies);
        Packing.pack(whole, packed);
        return new Built(
                metadata.name(),
                version,
                how,
                values.map(ValuesFiles::used).orElse(List.of()),
                complete ? 0 : missing.count(),
                Optional.of(packed));
    }

    private static Path resolve(Place place) throws BuildFailure {
        String problem = place.path().isEmpty()
                ? "no path set for local chart reference"
                : place.path().startsWith("/") ? "local chart reference path is expected to be relative" : "";
        if (!problem.isEmpty()) {
            throw new BuildFailure(BuildReason.REFERENCE, problem, null);
        }
        try {
            Path chart = place.tree().resolve(place.path());
            if (Files.exists(chart)) {
                return chart;
            }
        } catch (HelmException outside) {
            throw BuildFailure.of(BuildReason.REFERENCE, outside);
        }
        throw new BuildFailure(BuildReason.REFERENCE, "stat " + place.shown() + ": no such file or directory", null);
    }

    private ChartMetadata metadata(Path chart, Place place) throws BuildFailure {
        try {
            Declaration declaration = Files.isDirectory(chart)
                    ? Declaration.ofFolder(chart, place.shown(), limits.folders())
                    : Declaration.ofArchive(chart, limits.packages());
            return declaration.checked();
        } catch (HelmException unfit) {
            throw BuildFailure.of(BuildReason.REFERENCE, unfit);
        }
    }

    private Optional<ValuesFiles> values(Place place, BuildOptions options) throws BuildFailure {
        if (options.valuesFiles().isEmpty()) {
            return Optional.empty();
        }
        try {
            SourceTree files = new SourceTree(place.tree(), limits.fileBytes());
            return Optional.of(ValuesFiles.read(options.valuesFiles(), files, options.ignoreMissing()));
        } catch (HelmException unfit) {
            throw BuildFailure.of(BuildReason.VALUES, unfit);
        }
    }

    private Chart load(Path chart, Place place) throws BuildFailure {
        boolean folder = Files.isDirectory(chart);
        try {
            return loader(folder).load(chart);
        } catch (HelmException unfit) {
            String shown = folder && !place.shown().endsWith("/") ? place.shown() + "/" : place.shown();
            throw BuildFailure.of(BuildReason.PACKAGE, unfit.within("failed to load chart from " + shown));
        }
    }

    private ChartLoader loader(boolean folder) {
        return new ChartLoader(folder ? limits.folders() : limits.packages(), notice -> {});
    }

    private static Chart overridden(Chart chart, Optional<ValuesFiles> values) throws BuildFailure {
        try {
            return values.map(files -> chart.withDefaults(files.values())).orElse(chart);
        } catch (HelmException unfit) {
            throw BuildFailure.of(BuildReason.VALUES, unfit);
        }
    }

    private Chart completed(Chart chart, MissingCharts missing, Place place, ChartRepositories<Superseded> remote)
            throws BuildFailure, Superseded, InterruptedException {
        LocalCharts local = new LocalCharts(place.tree(), place.path(), loader(true));
        try {
            return missing.addedTo(chart, local, remote);
        } catch (HelmException unfit) {
            throw BuildFailure.of(BuildReason.DEPENDENCY, unfit);
        }
    }
}
