package io.fluxj.helm.compose;

import io.fluxj.helm.Diagnosis.Subject;
import io.fluxj.helm.HelmException;
import io.fluxj.helm.Notices;
import io.fluxj.helm.chart.Chart;
import io.fluxj.helm.chart.ChartDependency;
import io.fluxj.semver.Constraint;
import io.fluxj.semver.InvalidConstraintException;
import io.fluxj.semver.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which of the charts in a chart take part, under which names. */
public final class Dependencies {
    private final Notices notices;
    private final Switches switches;

    private Dependencies(Notices notices) {
        this.notices = notices;
        this.switches = new Switches(notices);
    }

    /**
     * Refuses a chart that declares a dependency which it does not hold.
     *
     * @throws HelmException naming all that are missing
     */
    public static void requireAll(Chart chart) {
        Set<String> held = chart.dependencies().stream().map(Chart::name).collect(Collectors.toSet());
        String missing = chart.metadata().dependencies().stream()
                .map(ChartDependency::name)
                .filter(name -> !held.contains(name))
                .collect(Collectors.joining(", "));
        if (!missing.isEmpty()) {
            throw new HelmException(
                    Subject.DEPENDENCIES,
                    "an error occurred while checking for chart dependencies. You may need to run 'helm dependency build' to"
                            + " fetch missing dependencies: found in Chart.yaml, but missing in charts/ directory: "
                            + missing);
        }
    }

    /** The chart with those charts in it that take part, each under its alias, and with the values that parents import. */
    public static Chart settled(Chart chart, Map<String, @Nullable Object> given, Notices notices) {
        return new ImportedValues(notices).into(new Dependencies(notices).chosen(chart, given, ""));
    }

    private Chart chosen(Chart chart, Map<String, @Nullable Object> given, String path) {
        if (!chart.metadata().declaresDependencies()) {
            return chart;
        }
        List<ChartDependency> declared = chart.metadata().dependencies();
        Chart whole = chart.withDependencies(Stream.concat(undeclared(chart, declared), aliased(chart, declared))
                .toList());
        Map<String, @Nullable Object> values = Coalescing.coalesced(whole, given, notices);
        List<ChartDependency> switched = switches.applied(renamed(declared), values, path);
        Set<String> off = switched.stream()
                .filter(dependency -> !dependency.isEnabled())
                .map(ChartDependency::name)
                .collect(Collectors.toSet());
        List<Chart> inner = new ArrayList<>();
        for (Chart each : whole.dependencies()) {
            if (!off.contains(each.name())) {
                inner.add(chosen(each, values, path + each.name() + "."));
            }
        }
        List<ChartDependency> left =
                switched.stream().filter(each -> !off.contains(each.name())).toList();
        return whole.withDependencies(inner).withMetadata(chart.metadata().withDependencies(left));
    }

    private static Stream<Chart> undeclared(Chart chart, List<ChartDependency> declared) {
        return chart.dependencies().stream()
                .filter(held -> declared.stream().noneMatch(dependency -> isFor(dependency, held)));
    }

    private static Stream<Chart> aliased(Chart chart, List<ChartDependency> declared) {
        return declared.stream()
                .flatMap(dependency -> chart.dependencies().stream()
                        .filter(held -> isFor(dependency, held))
                        .findFirst()
                        .map(held -> dependency.alias().isEmpty()
                                ? held
                                : held.withMetadata(held.metadata().withName(dependency.alias())))
                        .stream());
    }

    private static List<ChartDependency> renamed(List<ChartDependency> declared) {
        return declared.stream()
                .map(each -> each.alias().isEmpty() ? each : each.withName(each.alias()))
                .toList();
    }

    private static boolean isFor(ChartDependency dependency, Chart chart) {
        return chart.name().equals(dependency.name())
                && isCompatible(dependency.version(), chart.metadata().version());
    }

    /** Whether a version lies in a range; not when either is malformed. */
    public static boolean isCompatible(String range, String version) {
        Optional<Version> parsed = Version.parse(version);
        try {
            return parsed.isPresent() && Constraint.parse(range).allows(parsed.get());
        } catch (InvalidConstraintException e) {
            return false;
        }
    }
}
