package io.fluxj.kustomization.golden;

import io.fluxj.kustomization.KustomizeController;
import io.fluxj.kustomization.options.KustomizeOptions;
import io.fluxj.runtime.start.ControllerProgram;
import io.fluxj.runtime.start.RunningController;
import io.fluxj.testkit.EventSink;
import io.fluxj.testkit.FakeNode;
import io.fluxj.testkit.KubeCluster;
import io.fluxj.testkit.golden.GoldenCluster;
import io.fluxj.testkit.golden.Hands;
import io.fluxj.testkit.golden.Places;
import io.fluxj.testkit.golden.Scenario;
import io.fluxj.testkit.golden.Shell;
import io.fluxj.testkit.golden.Stage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Three kustomize-controllers, set as the recorded ones were, with a host of artifacts and a node on which Pods run. */
record KustomizeStage(
        KubeCluster cluster, EventSink sink, ArtifactHost host, FakeNode node, List<RunningController> controllers)
        implements Stage {

    /**
     * How the recorded controllers were set, by the label of the objects that they watched; objects with {@code test} are those of other tests.
     * They looked at no MAC, and the recorded files do not fit to theirs: their namespaces were written after sops had encrypted them. They put right
     * at the interval what somebody else had changed.
     */
    private static final Map<String, List<String>> VARIANTS = Map.of(
            "!variant,!test",
            List.of("--feature-gates=SkipSopsMac=true,CorrectDriftAtOnce=false"),
            "variant=tenant",
            List.of(
                    "--no-cross-namespace-refs",
                    "--no-remote-bases",
                    "--default-service-account=flux",
                    "--feature-gates=CorrectDriftAtOnce=false"),
            "variant=gates",
            List.of(
                    "--feature-gates=StrictPostBuildSubstitutions=false,AdditiveCELDependencyCheck=true,"
                            + "DisableFailFastBehavior=true,CancelHealthCheckOnNewRevision=true,ExternalArtifact=true,SkipSopsMac=true,CorrectDriftAtOnce=false"));

    /** Starts all of it. */
    static KustomizeStage open(KubeCluster cluster) throws Exception {
        EventSink sink = EventSink.start();
        List<RunningController> controllers = new ArrayList<>();
        for (Map.Entry<String, List<String>> variant : VARIANTS.entrySet()) {
            controllers.add(start(cluster, sink, variant.getKey(), variant.getValue()));
        }
        return new KustomizeStage(cluster, sink, ArtifactHost.start(), FakeNode.start(cluster), controllers);
    }

    private static RunningController start(KubeCluster cluster, EventSink sink, String selector, List<String> flags)
            throws Exception {
        List<String> arguments = new ArrayList<>(List.of(
                "--interval-jitter-percentage=0",
                "--requeue-dependency=3s",
                "--concurrent=10",
                "--metrics-addr=0",
                "--health-addr=0",
                "--events-addr=" + sink.url(),
                "--watch-label-selector=" + selector));
        arguments.addAll(flags);
        KustomizeController definition = new KustomizeController();
        KustomizeOptions options = ControllerProgram.parse(definition, arguments.toArray(String[]::new));
        RunningController controller = ControllerProgram.start(
                definition, options, cluster.client(), Map.of("RUNTIME_NAMESPACE", cluster.namespace()));
        controller.working().join();
        return controller;
    }

    @Override
    public Places places() {
        return Places.of(Places.Notation.BRACES, Map.of("git", "http://" + host.address()));
    }

    /** No scenario has scripts. */
    @Override
    public Shell shell() {
        return new Shell(Path.of("/dev/null"), Map.of());
    }

    @Override
    public Hands hands(Scenario scenario, GoldenCluster own) {
        return new SourceSide(cluster.client(), host, scenario);
    }

    @Override
    public void close() {
        controllers.forEach(RunningController::close);
        node.close();
        host.close();
        sink.close();
    }
}
