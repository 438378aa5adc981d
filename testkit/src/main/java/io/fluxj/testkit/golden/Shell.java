package io.fluxj.testkit.golden;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/**
 * Runs the scripts of scenarios with bash.
 *
 * @param library is read before each script
 * @param variables of the scripts' environment
 */
public record Shell(Path library, Map<String, String> variables) {
    /** Whether this machine has what the scripts need. */
    public static boolean isUsable() {
        try {
            Process process = new ProcessBuilder("bash", "-c", "git --version && awk 1 /dev/null")
                    .redirectErrorStream(true)
                    .start();
            process.getInputStream().readAllBytes();
            return process.waitFor() == 0;
        } catch (IOException missing) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /**
     * Runs a script to its end.
     *
     * @throws IOException with the script and its output, when it fails
     */
    void run(String script, String namespace, Path folder) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder("bash", "-c", "set -eu\n. \"$LIB\"\ncd \"$W\"\n" + script)
                .directory(folder.toFile())
                .redirectErrorStream(true);
        builder.environment().putAll(variables);
        builder.environment().putAll(Map.of("LIB", library.toString(), "W", folder.toString(), "NS", namespace));
        Process process = builder.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("script of " + namespace + " failed:\n" + script + "\n" + output);
        }
    }
}
