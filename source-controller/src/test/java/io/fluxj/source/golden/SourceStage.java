package io.fluxj.source.golden;

import io.fluxj.golden.GoldenFolder;
import io.fluxj.runtime.start.ControllerProgram;
import io.fluxj.runtime.start.RunningController;
import io.fluxj.source.SourceController;
import io.fluxj.source.SourceControllerOptions;
import io.fluxj.source.TestController;
import io.fluxj.testkit.EventSink;
import io.fluxj.testkit.KubeCluster;
import io.fluxj.testkit.golden.GoldenCluster;
import io.fluxj.testkit.golden.Hands;
import io.fluxj.testkit.golden.Places;
import io.fluxj.testkit.golden.Scenario;
import io.fluxj.testkit.golden.Shell;
import io.fluxj.testkit.golden.Stage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A running source-controller with the servers that its scenarios talk to. */
record SourceStage(GoldenServers servers, RunningController controller, Shell shell, Path store) implements Stage {

    /** Starts all of it. */
    static SourceStage open(GoldenFolder golden, KubeCluster cluster, Path work) throws Exception {
        Path folder = Files.createTempDirectory(work, cluster.target().displayName());
        Path store = Files.createDirectories(folder.resolve("store"));
        Path fixtures = golden.fixturesIn(Files.createDirectories(folder.resolve("fixtures")));
        GoldenServers servers = GoldenServers.start(fixtures, folder);
        Shell shell = new Shell(golden.file("lib.sh"), servers.variables());
        return new SourceStage(servers, start(cluster, servers, store), shell, store);
    }

    private static RunningController start(KubeCluster cluster, GoldenServers servers, Path store) throws Exception {
        SourceController definition = new SourceController();
        SourceControllerOptions options = ControllerProgram.parse(
                definition,
                "--interval-jitter-percentage=0",
                // No recording is as long as that: how many are kept decides, not how quick the machine is.
                "--artifact-retention-ttl=1h",
                "--concurrent=6",
                "--watch-label-selector=!" + TestController.LABEL,
                "--storage-path=" + store,
                "--storage-addr=" + servers.store(),
                "--storage-adv-addr=" + servers.store(),
                "--events-addr=" + servers.sink().url(),
                "--metrics-addr=0",
                "--health-addr=0");
        RunningController controller = ControllerProgram.start(definition, options, cluster.client(), Map.of());
        controller.working().get(120, TimeUnit.SECONDS);
        return controller;
    }

    @Override
    public EventSink sink() {
        return servers.sink();
    }

    @Override
    public Places places() {
        return servers.places();
    }

    @Override
    public Hands hands(Scenario scenario, GoldenCluster cluster) {
        return new SourceHands(cluster, servers, scenario.namespace(), store);
    }

    @Override
    public void close() throws IOException {
        controller.close();
        servers.close();
    }
}
