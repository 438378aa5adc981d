package io.fluxj.runtime.start;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxj.runtime.scripted.GreedyMain;
import io.fluxj.runtime.scripted.ScriptedMain;
import io.fluxj.runtime.scripted.TestObjects;
import io.fluxj.testkit.ClusterTest;
import io.fluxj.testkit.KubeCluster;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
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

    private ControllerProcess start(Map<String, String> environment, List<String> flags) throws IOException {
        return ControllerProcess.start(ScriptedMain.class, folder.resolve("log"), environment, flags);
    }

    @ClusterTest
    void worksLogsJsonAndStopsWithCodeZero(KubeCluster cluster) throws Exception {
        TestObjects objects = new TestObjects(cluster);
        objects.gitRepository("repo");
        try (ControllerProcess controller = start(ControllerProcess.in(cluster), FLAGS)) {
            Process process = controller.process();
            objects.awaitReady("GitRepository", "repo", "True");
            objects.patch("GitRepository", "repo", "{\"spec\":{\"url\":\"https://git.test/other\"}}");
            objects.await(
                    "GitRepository",
                    "repo",
                    o -> o.at("/status/observedGeneration").asInt() == 2);

            process.destroy();

            assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isZero();
            assertThat(cluster.client()
                            .leases()
                            .inNamespace(cluster.namespace())
                            .withName("source-controller-leader-election")
                            .require()
                            .getSpec()
                            .getHolderIdentity())
                    .isNullOrEmpty();
            assertThat(controller.logged())
                    .contains("\"controllerKind\":\"GitRepository\",\"GitRepository\":{\"name\":\"repo\"")
                    .contains("\"msg\":\"stored artifact\"");
        }
    }

    /** Its first request is never answered, so that it has not started yet. */
    @Test
    void aSignalDuringTheStartEndsItWithCodeZeroToo() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Path kubeconfig = Files.writeString(folder.resolve("kubeconfig"), """
                    apiVersion: v1
                    kind: Config
                    current-context: it
                    clusters: [{name: it, cluster: {server: "http://127.0.0.1:%d"}}]
                    contexts: [{name: it, context: {cluster: it, user: it}}]
                    users: [{name: it, user: {token: t}}]
                    """.formatted(silent.getLocalPort()));
            try (ControllerProcess controller =
                            start(Map.of("KUBECONFIG", kubeconfig.toString(), "RUNTIME_NAMESPACE", "it"), FLAGS);
                    Socket _ = silent.accept()) {
                controller.process().destroy();

                assertThat(controller.process().waitFor(120, TimeUnit.SECONDS)).isTrue();
                assertThat(controller.process().exitValue())
                        .as(controller.logged())
                        .isZero();
            }
        }
    }

    @ClusterTest
    void aFullHeapEndsItSoThatItIsStartedAgain(KubeCluster cluster) throws Exception {
        new TestObjects(cluster).gitRepository("repo");
        try (ControllerProcess controller = ControllerProcess.start(
                GreedyMain.class, folder.resolve("log"), ControllerProcess.in(cluster), FLAGS)) {
            assertThat(controller.process().waitFor(120, TimeUnit.SECONDS)).isTrue();
            assertThat(controller.process().exitValue()).isEqualTo(3);
            assertThat(controller.logged()).contains("the process ends: java.lang.OutOfMemoryError");
        }
    }

    @Test
    void wrongFlagsEndItAtOnce() throws Exception {
        try (ControllerProcess controller = start(Map.of(), List.of("--feature-gates=NoSuchGate=true"))) {
            assertThat(controller.process().waitFor(120, TimeUnit.SECONDS)).isTrue();
            assertThat(controller.process().exitValue()).isEqualTo(2);
            assertThat(controller.logged()).contains("unknown feature gate \"NoSuchGate\"");
        }
    }

    @Test
    void whatCannotStartEndsWithCodeOne() throws Exception {
        try (ControllerProcess controller = start(Map.of(), List.of("--metrics-addr=nonsense", "--health-addr=0"))) {
            assertThat(controller.process().waitFor(120, TimeUnit.SECONDS)).isTrue();
            assertThat(controller.process().exitValue()).isEqualTo(1);
            assertThat(controller.logged()).contains("--metrics-addr=nonsense is no address");
        }
    }

    @Test
    void anEventsAddressThatNothingCanBePostedToIsToldAtTheStart() throws Exception {
        try (ControllerProcess controller =
                start(Map.of(), List.of("--metrics-addr=0", "--health-addr=0", "--events-addr=notification:80"))) {
            assertThat(controller.process().waitFor(120, TimeUnit.SECONDS)).isTrue();
            assertThat(controller.process().exitValue()).isEqualTo(1);
            assertThat(controller.logged()).contains("--events-addr is no address that events can be posted to");
        }
    }
}
