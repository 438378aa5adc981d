package io.fluxj.runtime.start;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxj.runtime.scripted.ScriptedMain;
import io.fluxj.runtime.scripted.TestObjects;
import io.fluxj.testkit.ClusterTest;
import io.fluxj.testkit.KubeCluster;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A controller as a process of its own. */
class ProcessTest {
    private static final List<String> FLAGS = List.of(
            "--metrics-addr=127.0.0.1:0",
            "--health-addr=127.0.0.1:0",
            "--watch-all-namespaces=false",
            "--enable-leader-election",
            "--leader-election-retry-period=200ms");

    @TempDir
    Path folder;

    private Process start(Map<String, String> environment, List<String> flags) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                ScriptedMain.class.getName()));
        command.addAll(flags);
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log());
        builder.environment().putAll(environment);
        return builder.start();
    }

    private File log() {
        return folder.resolve("log").toFile();
    }

    private String logged() throws IOException {
        return Files.readString(folder.resolve("log"));
    }

    @ClusterTest
    void worksLogsJsonAndStopsWithCodeZero(KubeCluster cluster) throws Exception {
        TestObjects objects = new TestObjects(cluster);
        objects.gitRepository("repo");
        Map<String, String> environment =
                Map.of("KUBECONFIG", cluster.kubeconfig().toString(), "RUNTIME_NAMESPACE", cluster.namespace());
        Process process = start(environment, FLAGS);
        try {
            objects.awaitReady("GitRepository", "repo", "True");
            objects.patch("GitRepository", "repo", "{\"spec\":{\"url\":\"https://git.test/other\"}}");
            objects.await(
                    "GitRepository",
                    "repo",
                    o -> o.at("/status/observedGeneration").asInt() == 2);

            process.destroy();

            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isZero();
            assertThat(cluster.client()
                            .leases()
                            .inNamespace(cluster.namespace())
                            .withName("source-controller-leader-election")
                            .require()
                            .getSpec()
                            .getHolderIdentity())
                    .isNullOrEmpty();
            assertThat(logged())
                    .contains("\"controllerKind\":\"GitRepository\",\"GitRepository\":{\"name\":\"repo\"")
                    .contains("\"msg\":\"stored artifact\"");
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void wrongFlagsEndItAtOnce() throws Exception {
        Process process = start(Map.of(), List.of("--feature-gates=NoSuchGate=true"));

        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(2);
        assertThat(logged()).contains("unknown feature gate \"NoSuchGate\"");
    }

    @Test
    void whatCannotStartEndsWithCodeOne() throws Exception {
        Process process = start(Map.of(), List.of("--metrics-addr=nonsense", "--health-addr=0"));

        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(1);
        assertThat(logged()).contains("--metrics-addr=nonsense is no address");
    }
}
