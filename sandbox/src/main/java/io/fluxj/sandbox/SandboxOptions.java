package io.fluxj.sandbox;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What the user asks of the sandbox on the command line. */
final class SandboxOptions {

    @Option(
            names = "--once",
            description = "Begin with an empty cluster and stop when all is Ready (exit 0), or when it cannot become so"
                    + " (exit 1, with the reason).")
    boolean once;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            defaultValue = "120",
            description = "With --once: how long to wait for all to be Ready. Default: ${DEFAULT-VALUE}.")
    int timeoutSeconds;

    @Option(
            names = "--repository",
            paramLabel = "URL-OR-FOLDER",
            description =
                    "Your own Git repository: a URL, or a folder whose commits are served over loopback. Default: what the sandbox"
                            + " in this folder followed last, or else a sample.")
    @Nullable
    String repository;

    @Option(
            names = "--branch",
            paramLabel = "NAME",
            description = "The branch to follow. Default: the one checked out in the folder, or main.")
    @Nullable
    String branch;

    @Option(
            names = "--path",
            paramLabel = "PATH",
            description =
                    "The folder in the repository that describes the cluster. Default: ./clusters/sandbox for the sample, ./ otherwise.")
    @Nullable
    String path;

    @Option(
            names = "--kubeconfig",
            paramLabel = "FILE",
            description =
                    "Run against this cluster instead of the embedded one. It gets Flux's CRDs and the namespace flux-system;"
                            + " they stay there. A cluster that has Flux objects of others is refused.")
    @Nullable
    Path kubeconfig;

    @Option(
            names = "--take-over",
            description =
                    "Follow the repository (without --repository: the sample) even where Flux objects of others, or of another"
                            + " repository, are in the cluster. What came from another repository is deleted!")
    boolean takeOver;

    @Option(
            names = "--dir",
            paramLabel = "FOLDER",
            defaultValue = ".fluxj/sandbox",
            description =
                    "Where the sample repository, the embedded cluster, the kubeconfig and the log are kept. Default: ${DEFAULT-VALUE}.")
    Path directory = Path.of(".fluxj/sandbox");

    Duration timeout() {
        return Duration.ofSeconds(timeoutSeconds);
    }

    /**
     * What to follow: what is asked for, or what was followed last.
     *
     * @throws IOException if what is noted cannot be read
     */
    Followed followed() throws IOException {
        if (repository != null) {
            return new Followed(
                    Optional.of(absolute(repository)), Optional.ofNullable(branch), Optional.ofNullable(path));
        }
        var last = takeOver ? Followed.SAMPLE : Followed.in(home());
        return new Followed(
                last.repository(),
                Optional.ofNullable(branch).or(last::branch),
                Optional.ofNullable(path).or(last::path));
    }

    private static String absolute(String repository) {
        return repository.contains("://")
                ? repository
                : Path.of(repository).toAbsolutePath().normalize().toString();
    }

    Optional<Path> kubeconfig() {
        return Optional.ofNullable(kubeconfig);
    }

    /** The folder of the sandbox as an absolute path. */
    Path home() {
        return directory.toAbsolutePath().normalize();
    }
}
