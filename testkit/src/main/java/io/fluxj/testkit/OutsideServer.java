package io.fluxj.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Assumptions;

/**
 * A server that others wrote, started by the script that {@code FLUXJ_SERVERS} names: {@code SCRIPT start NAME FOLDER PORT} prints
 * {@code KEY=VALUE} lines, {@code SCRIPT stop FOLDER} ends it, {@code SCRIPT NAME...} prints where programs are.
 *
 * @param values what it printed
 */
public record OutsideServer(Path folder, Map<String, String> values) implements AutoCloseable {
    private static final String SCRIPT = "FLUXJ_SERVERS";

    /**
     * Starts one, or skips the test with the reason.
     *
     * @param name such as {@code registry}
     * @param folder for its data
     * @param settings variables that it reads, such as {@code AUTH}
     */
    public static OutsideServer startOrSkip(String name, Path folder, Map<String, String> settings) {
        Path script = scriptOrSkip();
        List<String> command =
                List.of("bash", script.toString(), "start", name, folder.toString(), String.valueOf(FreePort.choose()));
        return new OutsideServer(folder, values(run(command, settings)));
    }

    /** Programs by their names, such as {@code cosign}; skips the test when there is no script that gets them. */
    public static Map<String, Path> programsOrSkip(String name) {
        Map<String, Path> programs = new TreeMap<>();
        run(List.of("bash", scriptOrSkip().toString(), name), Map.of())
                .lines()
                .map(Path::of)
                .forEach(path -> programs.put(String.valueOf(path.getFileName()), path));
        return programs;
    }

    private static Path scriptOrSkip() {
        Optional<String> script = Optional.ofNullable(System.getenv(SCRIPT)).filter(name -> !name.isBlank());
        Assumptions.assumeTrue(script.isPresent(), SCRIPT + " names no script that starts servers");
        return Path.of(script.orElseThrow());
    }

    private static Map<String, String> values(String printed) {
        Map<String, String> values = new TreeMap<>();
        printed.lines()
                .filter(line -> line.matches("[A-Z_]+=.*"))
                .forEach(line -> values.put(line.split("=", 2)[0], line.split("=", 2)[1]));
        return values;
    }

    private static String run(List<String> command, Map<String, String> settings) {
        try {
            ProcessBuilder builder =
                    new ProcessBuilder(new ArrayList<>(command)).redirectError(ProcessBuilder.Redirect.INHERIT);
            builder.environment().putAll(settings);
            Process process = builder.start();
            try (InputStream out = process.getInputStream()) {
                String printed = new String(out.readAllBytes(), StandardCharsets.UTF_8);
                if (process.waitFor() != 0) {
                    throw new IllegalStateException(command + " failed, see above");
                }
                return printed;
            }
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot run " + command, failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", stopped);
        }
    }

    /** One of the values. */
    public String value(String key) {
        return Optional.ofNullable(values.get(key))
                .orElseThrow(
                        () -> new IllegalArgumentException("the server told no " + key + ", only " + values.keySet()));
    }

    @Override
    public void close() {
        run(List.of("bash", scriptOrSkip().toString(), "stop", folder.toString()), Map.of());
    }
}
