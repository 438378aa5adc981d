package io.fluxj.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxj.api.source.v1.GitRepository;
import io.fluxj.api.source.v1.GitRepositoryReference;
import io.fluxj.archive.Digest;
import io.fluxj.archive.DigestAlgorithm;
import io.fluxj.testkit.ClusterTest;
import io.fluxj.testkit.FreePort;
import io.fluxj.testkit.GitTestServer;
import io.fluxj.testkit.KubeCluster;
import io.fluxj.testkit.TestJvm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The controller as a process of its own that dies without warning in the middle of its work. Mostly waits, so it runs beside the other classes. */
@Execution(ExecutionMode.CONCURRENT)
class KilledProcessTest {
    private static final int KILLS = 3;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @TempDir
    Path work;

    @ClusterTest
    void endsInTheSameStateHoweverOftenItIsKilled(KubeCluster cluster) throws Exception {
        Path store = Files.createDirectories(work.resolve("store"));
        String address = "127.0.0.1:" + FreePort.choose();
        TestRepository repository = TestRepository.create(work.resolve("repos"), "app.git");
        String head = repository.commit(files(0));
        try (GitTestServer server = GitTestServer.start(work.resolve("repos"))) {
            TestController.apply(
                    cluster,
                    server.url("app.git"),
                    "1s",
                    spec -> spec.withRef(
                            GitRepositoryReference.builder().branch("main").build()));
            for (int kill = 1; kill <= KILLS; kill++) {
                Process process = start(cluster, store, address);
                String before = head;
                awaitRevision(cluster, before);
                head = repository.commit(files(kill));
                // the moment differs from run to run and from kill to kill, which is the point
                Awaitility.await()
                        .atMost(PATIENCE)
                        .until(() -> somethingIsBeingWritten(store) || reached(cluster, before));
                process.destroyForcibly().waitFor();
            }
            Process process = start(cluster, store, address);
            GitRepository settled = awaitRevision(cluster, head);
            // The killed process may have written this status: the new one has to serve first.
            byte[] artifact = Awaitility.await()
                    .atMost(PATIENCE)
                    .ignoreException(ConnectException.class)
                    .until(() -> TestController.download(settled), served -> true);
            assertThat(Digest.of(DigestAlgorithm.SHA256, artifact))
                    .hasToString(TestController.artifact(settled).digest());
            Awaitility.await().atMost(PATIENCE).until(() -> !somethingIsBeingWritten(store));
            process.destroyForcibly().waitFor();
        }
    }

    private static Map<String, String> files(int generation) {
        Map<String, String> files = new HashMap<>();
        for (int i = 0; i < 200; i++) {
            files.put("file-" + i, (generation + " " + i + "\n").repeat(500));
        }
        return files;
    }

    private static boolean reached(KubeCluster cluster, String before) {
        return !TestController.artifact(TestController.await(cluster, found -> true))
                .revision()
                .endsWith(before);
    }

    private static GitRepository awaitRevision(KubeCluster cluster, String hash) {
        return TestController.await(
                cluster,
                found -> found.getStatus().artifact() != null
                        && found.getStatus().artifact().revision().endsWith(hash));
    }

    private static boolean somethingIsBeingWritten(Path store) throws IOException {
        try (Stream<Path> files = Files.walk(store)) {
            return files.anyMatch(file -> file.getFileName().toString().startsWith(".unfinished"));
        } catch (UncheckedIOException wentMeanwhile) {
            return true;
        }
    }

    private Process start(KubeCluster cluster, Path store, String address) throws IOException {
        List<String> command = TestJvm.command("-Xmx256m");
        command.addAll(List.of(
                SourceController.class.getName(),
                "--watch-all-namespaces=false",
                "--storage-path=" + store,
                "--storage-addr=" + address,
                "--storage-adv-addr=" + address,
                "--metrics-addr=0",
                "--health-addr=0"));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        work.resolve("controller.log").toFile()));
        builder.environment().put("KUBECONFIG", cluster.kubeconfig().toString());
        builder.environment().put("RUNTIME_NAMESPACE", cluster.namespace());
        return builder.start();
    }
}
