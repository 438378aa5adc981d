package io.fluxj.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The sandbox as a process of its own that its user stops and starts again. */
@DisabledOnOs(OS.WINDOWS)
@Timeout(value = 5, unit = TimeUnit.MINUTES)
final class InterruptTest {

    @TempDir
    Path home;

    @Test
    void endsWithZeroSaysWhatStaysAndGoesOnAsBefore() throws Exception {
        var first = startAndStop();
        var ports = Files.readString(home.resolve("ports/git"));
        var second = startAndStop();

        assertThat(first)
                .anyMatch(line -> line.startsWith("Stays in " + home))
                .noneMatch(line -> line.contains("WARNING"));
        assertThat(second).anyMatch(line -> line.contains("following http://127.0.0.1:" + ports + "/fleet"));
        assertThat(Files.readAllLines(home.resolve("controllers.log")))
                .filteredOn(line -> line.endsWith("the sandbox starts"))
                .hasSize(2)
                .allMatch(line -> line.matches("20[0-9]{2}-[0-9]{2}-[0-9]{2}T.*"));
    }

    private List<String> startAndStop() throws IOException, InterruptedException {
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin/java").toString(),
                        "--sun-misc-unsafe-memory-access=allow",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "io.fluxj.sandbox.Sandbox",
                        "--dir=" + home)
                .redirectErrorStream(true)
                .start();
        try (var out = process.inputReader(StandardCharsets.UTF_8)) {
            var lines = readTo("# Stop with Ctrl-C.", out);
            assertThat(new ProcessBuilder("kill", "-TERM", Long.toString(process.pid()))
                            .start()
                            .waitFor())
                    .isZero();
            lines.addAll(readTo("(end)", out));
            assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).as(String.join("\n", lines)).isZero();
            return lines;
        } finally {
            process.destroyForcibly();
        }
    }

    private static List<String> readTo(String last, BufferedReader out) throws IOException {
        var lines = new ArrayList<String>();
        for (var line = out.readLine(); line != null; line = out.readLine()) {
            lines.add(line);
            if (line.equals(last)) {
                break;
            }
        }
        return lines;
    }
}
