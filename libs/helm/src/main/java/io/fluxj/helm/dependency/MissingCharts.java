package io.fluxj.helm.dependency;

import io.fluxj.helm.Diagnosis.Subject;
import io.fluxj.helm.HelmException;
import io.fluxj.helm.chart.Chart;
import io.fluxj.helm.chart.ChartDependency;
import io.fluxj.helm.chart.LoadLimits;
import io.fluxj.helm.shape.StructValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The charts that a chart depends on and does not hold, by the names that they have in it: what {@code Chart.lock} says counts, or else what
 * {@code Chart.yaml} does. Source: behaviour §1.6.
 */
public final class MissingCharts {
    private static final String FOLDER = "file://";
    private static final int MOST = 1000;

    private final Map<String, ChartDependency> byName;

    private MissingCharts(Map<String, ChartDependency> byName) {
        this.byName = byName;
    }

    /** Those of a chart. A chart with as many charts in it as it needs lacks none, whatever they are. */
    public static MissingCharts of(Chart chart) {
        List<ChartDependency> wanted = wanted(chart);
        Map<String, ChartDependency> missing = new TreeMap<>();
        if (wanted.size() != chart.dependencies().size()) {
            for (ChartDependency dependency : wanted) {
                String name = name(dependency);
                if (chart.dependencies().stream().noneMatch(held -> held.name().equals(name))) {
                    missing.put(name, dependency);
                }
            }
        }
        return new MissingCharts(missing);
    }

    private static List<ChartDependency> wanted(Chart chart) {
        StructValue lock = chart.content().lock();
        return lock == null
                ? chart.metadata().dependencies()
                : lock.items("dependencies").stream()
                        .filter(StructValue.class::isInstance)
                        .map(item -> new ChartDependency((StructValue) item))
                        .toList();
    }

    private static String name(ChartDependency dependency) {
        return dependency.alias().isEmpty() ? dependency.name() : dependency.alias();
    }

    /** How many. */
    public int count() {
        return byName.size();
    }

    /**
     * The chart with them.
     *
     * @param local where charts with a folder for a repository are
     * @param remote where the others are
     * @throws HelmException naming the first one that cannot be had
     */
    public <E extends Exception> Chart addedTo(Chart chart, LocalCharts local, ChartRepositories<E> remote)
            throws E, InterruptedException {
        requireFew();
        List<Chart> all = new ArrayList<>(chart.dependencies());
        long bytes = 0;
        for (Map.Entry<String, ChartDependency> one : byName.entrySet()) {
            ChartDependency dependency = one.getValue();
            Chart found = isLocal(dependency)
                    ? local(one.getKey(), dependency, local)
                    : remote(one.getKey(), dependency, remote);
            bytes += size(found);
            requireSmall(bytes);
            all.add(
                    dependency.alias().isEmpty()
                            ? found
                            : found.withMetadata(found.metadata().withName(dependency.alias())));
        }
        return chart.withDependencies(all);
    }

    private void requireFew() {
        if (byName.size() > MOST) {
            throw new HelmException(
                    Subject.LIMIT,
                    "the chart lacks " + byName.size() + " dependencies, more than " + MOST + " are not fetched");
        }
    }

    /** A larger chart could not be loaded again. */
    private static void requireSmall(long bytes) {
        if (bytes > LoadLimits.STANDARD.bytes()) {
            throw new HelmException(
                    Subject.LIMIT,
                    "the charts that it depends on have more than " + LoadLimits.STANDARD.bytes() + " bytes together");
        }
    }

    private static long size(Chart chart) {
        return chart.content().raw().stream()
                .mapToLong(file -> file.data().length)
                .sum();
    }

    private static boolean isLocal(ChartDependency dependency) {
        return dependency.repository().isEmpty() || dependency.repository().startsWith(FOLDER);
    }

    private static Chart local(String name, ChartDependency dependency, LocalCharts charts) {
        try {
            if (dependency.repository().isEmpty()) {
                throw new HelmException(
                        Subject.DEPENDENCIES, "it is not in charts/, and names no repository to fetch it from");
            }
            return charts.find(dependency, dependency.repository().substring(FOLDER.length()));
        } catch (HelmException unfit) {
            throw unfit.within("failed to add local dependency '" + name + "'");
        }
    }

    private static <E extends Exception> Chart remote(
            String name, ChartDependency dependency, ChartRepositories<E> charts) throws E, InterruptedException {
        try {
            return charts.find(dependency);
        } catch (HelmException unfit) {
            throw unfit.within("failed to add remote dependency '" + name + "'");
        }
    }
}
