package io.fluxj.automation;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;

/** Programs that others wrote, run with nothing of the user's configuration. */
public record Program(Path folder, Map<String, String> environment) {
    private static final Map<String, String> NO_CONFIGURATION =
            Map.of("GIT_CONFIG_GLOBAL", "/dev/null", "GIT_CONFIG_SYSTEM", "/dev/null", "GIT_TERMINAL_PROMPT", "0");

    /** Output and error output of one that must succeed; skips the test where it is not installed. */
    public String run(String... command) throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(List.of(command)).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().putAll(NO_CONFIGURATION);
        builder.environment().putAll(environment);
        Process process = started(builder);
        process.getOutputStream().close();
        String said;
        try (InputStream out = process.getInputStream()) {
            said = new String(out.readAllBytes(), StandardCharsets.UTF_8);
        }
        if (process.waitFor() != 0) {
            throw new AssertionError(command[0] + " failed:\n" + said);
        }
        return said;
    }

    private static Process started(ProcessBuilder builder) {
        try {
            return builder.start();
        } catch (IOException missing) {
            Assumptions.abort("not installed: " + builder.command().getFirst());
            throw new IllegalStateException(missing);
        }
    }
}
