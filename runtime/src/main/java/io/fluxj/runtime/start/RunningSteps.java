package io.fluxj.runtime.start;

import io.fluxj.api.meta.GoDuration;
import io.fluxj.runtime.metrics.StepMetrics;
import java.time.Duration;
import java.util.stream.Collectors;

/** {@code /debug/steps}: what is being done now, a line for each step, the longest first. */
final class RunningSteps {
    static final String PATH = "/debug/steps";

    private RunningSteps() {}

    /** For example {@code 1m30s Kustomization/apps/web build}; empty when nothing is. */
    static String text(StepMetrics steps) {
        return steps.running().stream().map(RunningSteps::line).collect(Collectors.joining());
    }

    private static String line(StepMetrics.Running step) {
        StepMetrics.Place place = step.place();
        GoDuration age = GoDuration.of(Duration.ofMillis(step.age().toMillis()));
        return "%s %s/%s/%s %s%n".formatted(age, place.kind(), place.namespace(), place.name(), place.step());
    }
}
