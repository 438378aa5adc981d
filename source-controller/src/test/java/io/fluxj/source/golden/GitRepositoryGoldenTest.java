package io.fluxj.source.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.fluxj.runtime.start.ControllerProgram;
import io.fluxj.runtime.start.RunningController;
import io.fluxj.source.SourceController;
import io.fluxj.source.SourceControllerOptions;
import io.fluxj.testkit.ClusterTest;
import io.fluxj.testkit.KubeCluster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;

/** Plays every recorded GitRepository scenario that is in scope; {@code left-out.tsv} names the others. */
class GitRepositoryGoldenTest {
    private static final Path RECORDED =
            Path.of("src/test/resources/golden/source").toAbsolutePath();
    private static final int AT_ONCE = 4;

    @TempDir
    Path work;

    @ClusterTest
    void doesWhatTheRealControllerWasSeenToDo(KubeCluster cluster) throws Exception {
        assumeThat(GoldenShell.isUsable())
                .as("bash, git and awk are on this machine; the scenarios' scripts need them")
                .isTrue();
        Files.createDirectories(work.resolve("store"));
        try (GoldenServers servers = GoldenServers.start(RECORDED.resolve("fixtures"), work);
                RunningController controller = start(cluster, servers)) {
            controller.working().get(60, TimeUnit.SECONDS);
            List<String> differences = playAll(cluster, servers);
            assertThat(String.join("\n\n", differences)).isEmpty();
        }
    }

    private RunningController start(KubeCluster cluster, GoldenServers servers) throws Exception {
        SourceController definition = new SourceController();
        SourceControllerOptions options = ControllerProgram.parse(
                definition,
                "--interval-jitter-percentage=0",
                "--concurrent=6",
                "--storage-path=" + work.resolve("store"),
                "--storage-addr=" + servers.store(),
                "--storage-adv-addr=" + servers.store(),
                "--events-addr=" + servers.sink().url(),
                "--metrics-addr=0",
                "--health-addr=0");
        return ControllerProgram.start(definition, options, cluster.client(), Map.of());
    }

    private List<String> playAll(KubeCluster cluster, GoldenServers servers) throws Exception {
        GoldenShell shell = new GoldenShell(RECORDED.resolve("lib.sh"), servers.variables());
        List<String> differences = new ArrayList<>();
        int same = 0;
        List<GoldenScenario> scenarios = GoldenScenario.in(RECORDED.resolve("scenarios"));
        try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
            List<Callable<List<String>>> runs = scenarios.stream()
                    .<Callable<List<String>>>map(scenario -> () -> play(scenario, cluster, servers, shell))
                    .toList();
            for (Future<List<String>> run : threads.invokeAll(runs)) {
                List<String> found = run.get();
                same += found.isEmpty() ? 1 : 0;
                differences.addAll(found);
            }
        }
        Path report = Path.of("target", "golden-" + cluster.target().displayName() + ".txt");
        Files.writeString(report, same + " of " + scenarios.size() + " scenarios are as recorded\n");
        return differences;
    }

    private List<String> play(GoldenScenario scenario, KubeCluster cluster, GoldenServers servers, GoldenShell shell)
            throws IOException, InterruptedException {
        GoldenCluster own = GoldenCluster.create(cluster.client(), scenario.id());
        return new GoldenRun(scenario, own, servers, shell, work).play();
    }
}
