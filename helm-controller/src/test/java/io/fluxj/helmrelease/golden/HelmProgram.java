package io.fluxj.helmrelease.golden;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Runs Helm's own programs, where this machine has them.
 *
 * @param folder with {@code helm} and {@code helm3}
 * @param packages with charts
 */
record HelmProgram(Path folder, Path kubeconfig, Path packages) {

    static boolean isThere() {
        String folder = System.getenv("FLUXJ_CLIENTS");
        return folder != null
                && Files.isExecutable(Path.of(folder, "helm"))
                && Files.isExecutable(Path.of(folder, "helm3"));
    }

    static Optional<HelmProgram> of(Path kubeconfig, Path packages) {
        return isThere()
                ? Optional.of(new HelmProgram(Path.of(System.getenv("FLUXJ_CLIENTS")), kubeconfig, packages))
                : Optional.empty();
    }

    /** Runs a line of a recording. */
    void run(String script, String namespace) throws IOException {
        Path home = Files.createTempDirectory("helm-home");
        String called =
                script.replace("helm4 ", folder.resolve("helm") + " ").replace("helm3 ", folder.resolve("helm3") + " ");
        ProcessBuilder builder = new ProcessBuilder("bash", "-c", "set -eu\n" + called).redirectErrorStream(true);
        builder.environment().put("NS", namespace);
        builder.environment().put("PK", packages.toString());
        builder.environment().put("KUBECONFIG", kubeconfig.toString());
        builder.environment().put("HOME", home.toString());
        Process process = builder.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw new IOException(script + " failed: " + output);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException(stopped);
        }
    }
}
