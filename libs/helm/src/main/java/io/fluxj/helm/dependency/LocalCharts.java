package io.fluxj.helm.dependency;

import io.fluxj.helm.Diagnosis.Subject;
import io.fluxj.helm.HelmException;
import io.fluxj.helm.chart.Chart;
import io.fluxj.helm.chart.ChartDependency;
import io.fluxj.helm.chart.ChartLoader;
import io.fluxj.semver.Constraint;
import io.fluxj.semver.InvalidConstraintException;
import io.fluxj.semver.Version;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Charts in the same tree of files as the one that needs them.
 *
 * @param tree nothing outside of it is read
 * @param chart path of the chart that needs them, from the root of the tree
 * @param loader loads them
 */
public record LocalCharts(JailedFolder tree, String chart, ChartLoader loader) {

    /** @throws HelmException when there is none, or not in a version that fits */
    Chart find(ChartDependency dependency, String path) {
        String place = tree.shown(chart + "/" + path);
        Path folder = tree.resolve(place);
        if (!Files.exists(folder)) {
            throw refused("no chart found at '" + place + "' (reference '" + dependency.repository() + "')");
        }
        Constraint range = range(dependency.version());
        Chart found = load(folder, place, dependency);
        Version version = Version.parse(found.metadata().version()).orElseThrow();
        if (!range.allows(version)) {
            throw refused("can't get a valid version for constraint '" + dependency.version() + "'");
        }
        return found;
    }

    private Chart load(Path folder, String place, ChartDependency dependency) {
        try {
            return loader.load(folder);
        } catch (HelmException unfit) {
            throw unfit.within(
                    "failed to load chart from '" + place + "' (reference '" + dependency.repository() + "')");
        } catch (UncheckedIOException unreadable) {
            throw new HelmException(
                    Subject.DEPENDENCIES, "failed to load chart from '" + place + "': it cannot be read", unreadable);
        }
    }

    private static Constraint range(String text) {
        try {
            return Constraint.parse(text);
        } catch (InvalidConstraintException malformed) {
            throw new HelmException(
                    Subject.DEPENDENCIES,
                    "invalid version/constraint format '" + text + "': " + malformed.getMessage(),
                    malformed);
        }
    }

    private static HelmException refused(String message) {
        return new HelmException(Subject.DEPENDENCIES, message);
    }
}
