package io.fluxj.helmrelease.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.fluxj.testkit.KubeCluster;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** The program helm, of one of its major versions, in a test's namespace. */
public record HelmProgram(Path program, KubeCluster kube, Path folder) {

    /** A version of it, such as {@code helm3}; without it the test does not run. */
    public static HelmProgram of(String name, KubeCluster kube, Path folder) {
        Path clients = Path.of(Objects.requireNonNull(System.getenv("FLUXJ_CLIENTS")));
        Path program = clients.resolve(name);
        assumeThat(program).as("a program of FLUXJ_CLIENTS").isExecutable();
        return new HelmProgram(program, kube, folder);
    }

    /** The same in another namespace. */
    public HelmProgram in(String namespace) {
        return new HelmProgram(
                program, new KubeCluster(kube.target(), kube.client(), kube.kubeconfig(), namespace), folder);
    }

    /** What it prints; it must end well. */
    public String run(String... arguments) {
        List<String> command = new ArrayList<>(List.of(program.toString(), "--namespace", kube.namespace()));
        command.addAll(List.of(arguments));
        try {
            Path home = Files.createTempDirectory(folder, "helm");
            Path out = home.resolve("out");
            ProcessBuilder builder = new ProcessBuilder(command).redirectOutput(out.toFile());
            builder.redirectErrorStream(true);
            builder.environment().put("HOME", home.toString());
            builder.environment().put("KUBECONFIG", kube.kubeconfig().toString());
            Process process = builder.start();
            if (!process.waitFor(120, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("helm does not end");
            }
            assertThat(process.exitValue()).as(Files.readString(out)).isZero();
            return Files.readString(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
