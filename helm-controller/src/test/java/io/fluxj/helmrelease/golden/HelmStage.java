package io.fluxj.helmrelease.golden;

import io.fluxj.golden.GoldenFolder;
import io.fluxj.golden.Yaml;
import io.fluxj.helmrelease.HelmController;
import io.fluxj.helmrelease.node.HookPods;
import io.fluxj.helmrelease.options.HelmOptions;
import io.fluxj.runtime.start.ControllerProgram;
import io.fluxj.runtime.start.RunningController;
import io.fluxj.source.SourceController;
import io.fluxj.source.SourceControllerOptions;
import io.fluxj.testkit.EventSink;
import io.fluxj.testkit.FakeNode;
import io.fluxj.testkit.FreePort;
import io.fluxj.testkit.KubeCluster;
import io.fluxj.testkit.RegistryServer;
import io.fluxj.testkit.StaticTestServer;
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

/** A helm-controller, set as the recorded one was, with a source-controller, the servers that it fetches from, and a node on which Pods run. */
record HelmStage(KubeCluster cluster, EventSink sink, Servers servers, Controllers controllers, Workload workload)
        implements Stage {

    /** Where charts are fetched from. */
    record Servers(StaticTestServer files, RegistryServer registry, Path fixtures, String store) {}

    /** Both controllers. */
    record Controllers(RunningController source, RunningController helm) {}

    /** What makes Pods run. */
    record Workload(FakeNode node, HookPods hooks) {}

    static HelmStage open(GoldenFolder golden, KubeCluster cluster, Path work) throws Exception {
        Path folder = Files.createTempDirectory(work, cluster.target().displayName());
        Path fixtures = golden.fixturesIn(Files.createDirectories(folder.resolve("fixtures")));
        Path files = Files.createDirectories(folder.resolve("static"));
        Files.createSymbolicLink(files.resolve("hr"), fixtures.resolve("packages"));
        Servers servers = new Servers(
                StaticTestServer.start(files),
                RegistryServer.start(fixtures.resolve("oci/blobs")),
                fixtures,
                "127.0.0.1:" + FreePort.choose());
        EventSink sink = EventSink.start();
        Workload workload = new Workload(FakeNode.start(cluster), HookPods.start(cluster.client()));
        Path store = Files.createDirectories(folder.resolve("store"));
        RunningController source = source(cluster, sink, servers, store);
        return new HelmStage(cluster, sink, servers, new Controllers(source, helm(cluster, sink)), workload);
    }

    private static RunningController source(KubeCluster cluster, EventSink sink, Servers servers, Path store)
            throws Exception {
        SourceController definition = new SourceController();
        SourceControllerOptions options = ControllerProgram.parse(
                definition,
                "--interval-jitter-percentage=0",
                "--concurrent=8",
                "--watch-label-selector=!test",
                "--storage-path=" + store,
                "--storage-addr=" + servers.store(),
                "--storage-adv-addr=" + servers.store(),
                "--events-addr=" + sink.url(),
                "--metrics-addr=0",
                "--health-addr=0");
        RunningController controller = ControllerProgram.start(definition, options, cluster.client(), Map.of());
        controller.working().get(120, TimeUnit.SECONDS);
        return controller;
    }

    private static RunningController helm(KubeCluster cluster, EventSink sink) throws Exception {
        HelmController definition = new HelmController();
        HelmOptions options = ControllerProgram.parse(
                definition,
                "--interval-jitter-percentage=0",
                "--concurrent=8",
                "--http-retry=2",
                "--watch-label-selector=!test",
                "--events-addr=" + sink.url(),
                "--metrics-addr=0",
                "--health-addr=0");
        RunningController controller = ControllerProgram.start(
                definition, options, cluster.client(), Map.of("RUNTIME_NAMESPACE", cluster.namespace()));
        controller.working().get(120, TimeUnit.SECONDS);
        return controller;
    }

    @Override
    public Places places() {
        return Places.of(
                Places.Notation.AT,
                Map.of(
                        "HELM", "127.0.0.1:" + servers.files().url().getPort(),
                        "OCI", servers.registry().address(),
                        "STORE", servers.store()));
    }

    /** No scenario has scripts of its own. */
    @Override
    public Shell shell() {
        return new Shell(Path.of("/dev/null"), Map.of());
    }

    @Override
    public Hands hands(Scenario scenario, GoldenCluster own) {
        return new HelmHands(
                own,
                servers,
                Yaml.read(servers.fixtures().resolve("oci/manifests.json")),
                HelmProgram.of(cluster.kubeconfig(), servers.fixtures().resolve("packages")));
    }

    @Override
    public void close() throws IOException {
        controllers.helm().close();
        controllers.source().close();
        workload.hooks().close();
        workload.node().close();
        servers.files().close();
        servers.registry().close();
        sink.close();
    }
}
