package io.fluxj.kustomize;

import io.fluxj.kustomize.random.Outcome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** The kustomize command line, for tests that ask it what it makes of their input. */
public record RealKustomize(Path program) {

    /** The one that the system property {@code kustomize} or the environment variable {@code KUSTOMIZE} names. */
    public static Optional<RealKustomize> named() {
        return Optional.ofNullable(System.getProperty("kustomize", System.getenv("KUSTOMIZE")))
                .filter(path -> !path.isEmpty())
                .map(path -> new RealKustomize(Path.of(path)));
    }

    /** Builds a folder. */
    public Outcome build(Path folder, Reorder reorder) throws IOException {
        Path out = Files.createTempFile("out", ".yaml");
        Path err = Files.createTempFile("out", ".err");
        Process process = new ProcessBuilder(
                        program.toString(),
                        "build",
                        folder.toString(),
                        "--reorder",
                        reorder.name().toLowerCase(Locale.ROOT))
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        try {
            boolean failed = process.waitFor() != 0;
            return new Outcome(failed, Files.readString(failed ? err : out, StandardCharsets.UTF_8));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } finally {
            Files.delete(out);
            Files.delete(err);
        }
    }
}
