package io.fluxj.deploy.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The program helm of the folder that {@code FLUXJ_CLIENTS} names.
 *
 * @param home a folder for what it keeps
 */
record RealHelm(Path program, Path home) {

    /** Skips the test where there is none. */
    static RealHelm orSkip(Path home) {
        String folder = System.getenv("FLUXJ_CLIENTS");
        assumeThat(folder).as("FLUXJ_CLIENTS names a folder with helm").isNotNull();
        Path program = Path.of(folder).resolve("helm");
        assumeThat(program).as("FLUXJ_CLIENTS has helm").exists();
        return new RealHelm(program, home);
    }

    /** Runs it. */
    Charts.Printed run(List<String> arguments) throws IOException, InterruptedException {
        Path err = Files.createTempFile(home, "helm", ".err");
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(err.toFile());
        builder.environment()
                .putAll(Map.of(
                        "HELM_CACHE_HOME", home.toString(),
                        "HELM_CONFIG_HOME", home.toString(),
                        "HELM_DATA_HOME", home.toString()));
        Process process = builder.start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Charts.Printed(process.waitFor(), out, Files.readString(err));
    }

    /** Runs it, and it must go well. */
    String succeed(List<String> arguments) throws IOException, InterruptedException {
        Charts.Printed printed = run(arguments);
        assertThat(printed.code())
                .as("helm %s: %s", arguments.getFirst(), printed.err())
                .isZero();
        return printed.out();
    }
}
