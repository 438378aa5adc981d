package io.fluxj.deploy.chart;

import io.fluxj.helm.cli.HelmCommand;
import io.fluxj.helm.cli.Streams;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The chart, and what our engine makes of it. */
final class Charts {
    static final Path FLUXJ = Path.of("charts/fluxj").toAbsolutePath();

    private Charts() {}

    /**
     * What a command printed.
     *
     * @param code 0 when all went well
     */
    record Printed(int code, String out, String err) {}

    /** {@code helm template} by our engine. */
    static Printed template(String... flags) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Streams streams = new Streams(
                new ByteArrayInputStream(new byte[0]),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        int code = HelmCommand.run(streams, arguments(flags).toArray(String[]::new));
        return new Printed(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** The arguments of {@code helm template} for the chart with further flags. */
    static List<String> arguments(String... flags) {
        return Stream.concat(
                        Stream.of("template", "fluxj", FLUXJ.toString(), "--namespace", "flux-system"),
                        Stream.of(flags))
                .toList();
    }
}
