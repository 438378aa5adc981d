package io.fluxj.helm.cli;

import io.fluxj.gotemplate.Limits;
import io.fluxj.helm.chart.LoadLimits;
import java.time.Duration;
import picocli.CommandLine.Option;

/** The flags that bound what a chart may cost. */
final class LimitFlags {

    @Option(
            names = "--max-chart-size",
            paramLabel = "BYTES",
            description = "Bytes of a chart, by default ${DEFAULT-VALUE}.")
    private long size = LoadLimits.STANDARD.bytes();

    @Option(
            names = "--max-chart-files",
            paramLabel = "N",
            description = "Files of a chart, by default ${DEFAULT-VALUE}.")
    private int files = LoadLimits.STANDARD.files();

    @Option(
            names = "--max-chart-depth",
            paramLabel = "N",
            description = "Charts in charts, by default ${DEFAULT-VALUE}.")
    private int charts = LoadLimits.STANDARD.depth();

    @Option(names = "--max-steps", paramLabel = "N", description = "Steps of templates, by default ${DEFAULT-VALUE}.")
    private long steps = Limits.STANDARD.steps();

    @Option(
            names = "--max-depth",
            paramLabel = "N",
            description = "Templates in templates, by default ${DEFAULT-VALUE}.")
    private int depth = Limits.STANDARD.depth();

    @Option(
            names = "--max-output",
            paramLabel = "N",
            description = "Characters that templates make, by default ${DEFAULT-VALUE}.")
    private long output = Limits.STANDARD.characters();

    @Option(
            names = "--max-time",
            paramLabel = "SECONDS",
            description = "Time of templates, by default ${DEFAULT-VALUE}.")
    private long seconds = Limits.STANDARD.time().toSeconds();

    LoadLimits loading() {
        return new LoadLimits(size, files, charts);
    }

    Limits rendering() {
        return new Limits(steps, depth, output, Duration.ofSeconds(seconds));
    }
}
