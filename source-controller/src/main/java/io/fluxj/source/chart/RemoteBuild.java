package io.fluxj.source.chart;

import io.fluxj.api.source.v1.HelmChart;
import io.fluxj.api.source.v1.HelmChartSpec;
import io.fluxj.api.source.v1.HelmChartStatus;
import io.fluxj.helm.HelmException;
import io.fluxj.helm.chart.Chart;
import io.fluxj.helm.chart.ChartFile;
import io.fluxj.helm.chart.ChartLoader;
import io.fluxj.helm.chart.Declaration;
import io.fluxj.helm.values.ValuesFiles;
import io.fluxj.oci.signature.Verdict;
import io.fluxj.runtime.reconcile.CommonReason;
import io.fluxj.runtime.reconcile.Pass;
import io.fluxj.runtime.reconcile.Superseded;
import io.fluxj.source.artifact.SourceCondition;
import io.fluxj.source.chart.repository.ChartRepository;
import io.fluxj.source.chart.repository.ChartVersion;
import io.fluxj.source.chart.repository.RepositoryException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes a chart of one that a repository has. Source: behaviour §1.6. */
record RemoteBuild(HelmChartLimits limits) {
    private static final Logger LOG = LoggerFactory.getLogger(RemoteBuild.class);
    private static final Verdict NOT_ASKED = new Verdict(false, List.of());
    private static final Pattern NAME = Pattern.compile("([-a-z0-9]+/?\\.?)+");
    private static final int LONGEST = 250;
    private static final String VALUES = "values.yaml";

    /** @param folder existing folder for what is fetched */
    Built build(Pass<HelmChart, HelmChartStatus> pass, ChartRepository repository, BuildOptions options, Path folder)
            throws BuildFailure, RefusedException, Superseded, InterruptedException {
        HelmChartSpec spec = pass.object().getSpec();
        requireName(spec.chart());
        ChartVersion found = find(pass, repository, spec);
        Verdict verdict = spec.verify() == null ? NOT_ASKED : verify(pass, repository, found);
        Built built = build(pass, repository, found, options, folder);
        if (verdict.verified()) {
            pass.conditions()
                    .markTrue(
                            SourceCondition.SOURCE_VERIFIED,
                            CommonReason.SUCCEEDED,
                            "verified signature of version " + built.version());
        }
        return built;
    }

    private Built build(
            Pass<HelmChart, HelmChartStatus> pass,
            ChartRepository repository,
            ChartVersion found,
            BuildOptions options,
            Path folder)
            throws BuildFailure, RefusedException, Superseded, InterruptedException {
        String version = Versions.with(found.version(), options.metadata());
        StorableName.require(found.name());
        if (options.isStored(found.name(), version)) {
            return Built.stored(options, options.requirePackaging() ? Built.How.PACKAGED : Built.How.PULLED);
        }
        Path file = folder.resolve("chart.tgz");
        download(pass, repository, found, file);
        return options.requirePackaging()
                ? packaged(found.name(), version, options, file)
                : pulled(found.name(), version, file);
    }

    private static void requireName(String name) throws BuildFailure {
        if (name.length() > LONGEST || !NAME.matcher(name).matches()) {
            throw new BuildFailure(
                    BuildReason.REFERENCE,
                    "invalid chart name '" + name + "': a valid name must be lower case letters and numbers and MAY be"
                            + " separated with dashes (-), slashes (/) or periods (.)",
                    null);
        }
    }

    private static ChartVersion find(
            Pass<HelmChart, HelmChartStatus> pass, ChartRepository repository, HelmChartSpec spec)
            throws BuildFailure, RefusedException, Superseded, InterruptedException {
        String range = Objects.requireNonNullElse(spec.version(), "");
        try {
            return pass.transferring(pass.outdated(), () -> repository.find(spec.chart(), range));
        } catch (RepositoryException failed) {
            throw failure("failed to get chart version for remote reference", failed);
        }
    }

    private static Verdict verify(Pass<HelmChart, HelmChartStatus> pass, ChartRepository repository, ChartVersion found)
            throws BuildFailure, Superseded, InterruptedException {
        try {
            Verdict verdict = pass.transferring(pass.outdated(), () -> repository.verify(found));
            verdict.remarks().forEach(remark -> LOG.info("{} {}: {}", found.name(), found.version(), remark));
            return verdict;
        } catch (RepositoryException unsigned) {
            throw new BuildFailure(BuildReason.VERIFICATION, unsigned.message(), unsigned);
        }
    }

    private static void download(
            Pass<HelmChart, HelmChartStatus> pass, ChartRepository repository, ChartVersion found, Path file)
            throws BuildFailure, RefusedException, Superseded, InterruptedException {
        try {
            pass.transferring(pass.outdated(), () -> {
                repository.download(found, file);
                return file;
            });
        } catch (RepositoryException failed) {
            throw failure("failed to download chart for remote reference", failed);
        }
    }

    /** What it comes to that a repository gives nothing. */
    static BuildFailure failure(String doing, RepositoryException failed) throws RefusedException {
        return switch (failed.problem()) {
            case REFERENCE -> BuildFailure.of(BuildReason.REFERENCE, doing, failed);
            case PULL -> BuildFailure.of(BuildReason.PULL, doing, failed);
            case VERIFICATION -> BuildFailure.of(BuildReason.VERIFICATION, doing, failed);
            case ACCESS -> throw new RefusedException(BuildFailure.of(BuildReason.PULL, doing, failed));
        };
    }

    private Built pulled(String name, String version, Path file) throws BuildFailure {
        Declaration declaration;
        try {
            declaration = Declaration.ofArchive(file, limits.packages());
        } catch (HelmException unfit) {
            throw BuildFailure.of(BuildReason.PULL, unfit.within("failed to load chart metadata from written chart"));
        }
        try {
            declaration.checked();
        } catch (HelmException unfit) {
            throw BuildFailure.of(BuildReason.PULL, unfit.within("failed to validate metadata of written chart"));
        }
        return new Built(name, version, Built.How.PULLED, List.of(), 0, Optional.of(file));
    }

    private Built packaged(String name, String version, BuildOptions options, Path file) throws BuildFailure {
        Chart chart = load(file);
        ValuesFiles values;
        Chart made;
        try {
            values = ValuesFiles.read(options.valuesFiles(), filesOf(chart), options.ignoreMissing());
            made = chart.withDefaults(values.values());
        } catch (HelmException unfit) {
            throw BuildFailure.of(BuildReason.VALUES, unfit.within("failed to merge chart values"));
        }
        Path packed = file.resolveSibling("packed.tgz");
        Packing.pack(Versions.of(made, version), packed);
        return new Built(name, version, Built.How.PACKAGED, values.used(), 0, Optional.of(packed));
    }

    private Chart load(Path file) throws BuildFailure {
        try {
            return new ChartLoader(limits.packages(), notice -> {}).load(file);
        } catch (HelmException unfit) {
            throw BuildFailure.of(BuildReason.PACKAGE, unfit.within("failed to load downloaded chart"));
        }
    }

    private static ValuesFiles.Folder filesOf(Chart chart) {
        return file -> {
            String name = file.replaceFirst("^(?:\\./+)+", "");
            Stream<ChartFile> own = chart.content().find(VALUES).stream();
            return Stream.concat(own, chart.content().files().stream())
                    .filter(one -> one.name().equals(name))
                    .findFirst()
                    .map(ChartFile::text);
        };
    }
}
