package io.fluxj.helm.cli;

import io.fluxj.gotemplate.value.Meter;
import io.fluxj.gotemplate.yaml.JsonTrip;
import io.fluxj.gotemplate.yaml.YamlWriter;
import io.fluxj.helm.Notice;
import io.fluxj.helm.chart.Chart;
import io.fluxj.helm.chart.ChartFile;
import io.fluxj.helm.chart.ChartLoader;
import io.fluxj.yaml.Dialect;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code show}: prints parts of a chart. */
@Command(name = "show", description = "Print parts of a chart.", mixinStandardHelpOptions = true)
final class ShowCommand {

    private final Streams streams;

    ShowCommand(Streams streams) {
        this.streams = streams;
    }

    @Mixin
    private LimitFlags limits = new LimitFlags();

    @Command(name = "values", description = "Print values.yaml as it is.", mixinStandardHelpOptions = true)
    int values(@Parameters(paramLabel = "CHART") String path) {
        return print(
                chart(path).content().find("values.yaml").map(ChartFile::text).orElse("") + "\n");
    }

    @Command(name = "chart", description = "Print what Chart.yaml says.", mixinStandardHelpOptions = true)
    int declaration(@Parameters(paramLabel = "CHART") String path) {
        Object plain = new JsonTrip(Meter.NONE).of(chart(path).metadata().struct());
        return print(YamlWriter.write(Meter.NONE, Dialect.V2, plain) + "\n");
    }

    @Command(name = "crds", description = "Print the files of crds/.", mixinStandardHelpOptions = true)
    int crds(@Parameters(paramLabel = "CHART") String path) {
        return print(chart(path).crds().stream()
                .map(crd -> "---\n" + crd.file().text() + "\n")
                .collect(Collectors.joining()));
    }

    private Chart chart(String path) {
        return new ChartLoader(limits.loading(), notice -> {
                    if (notice.level() != Notice.Level.DEBUG) {
                        streams.complain(notice.toString());
                    }
                })
                .load(ChartPath.of(path));
    }

    private int print(String text) {
        streams.print(text);
        return 0;
    }
}
