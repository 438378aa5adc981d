package io.fluxj.kustomization.golden;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxj.kustomization.KustomizeController;
import io.fluxj.kustomization.options.KustomizeOptions;
import io.fluxj.runtime.start.ControllerProgram;
import io.fluxj.runtime.start.RunningController;
import io.fluxj.testkit.ClusterTest;
import io.fluxj.testkit.EventSink;
import io.fluxj.testkit.KubeCluster;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Replays the recorded scenarios, as many at once as were recorded at once. */
final class GoldenScenariosTest {

    private static final Map<String, String> VARIANTS = Map.of(
            "default", "!variant",
            "tenant", "variant=tenant",
            "gates", "variant=gates");

    @ClusterTest
    void behavesAsRecorded(KubeCluster cluster) throws Exception {
        List<RunningController> controllers = new ArrayList<>();
        try (EventSink sink = EventSink.start();
                ArtifactHost host = ArtifactHost.start();
                var _ = FakeNode.start(cluster)) {
            for (Map.Entry<String, String> variant : VARIANTS.entrySet()) {
                controllers.add(start(cluster, sink, variant.getKey(), variant.getValue()));
            }
            assertThat(failures(cluster, sink, host))
                    .as("scenarios that differ")
                    .isEmpty();
        } finally {
            controllers.forEach(RunningController::close);
        }
    }

    private static Map<String, String> failures(KubeCluster cluster, EventSink sink, ArtifactHost host)
            throws InterruptedException {
        Wording wording = new Wording("http://" + host.address());
        Map<String, String> failures = new TreeMap<>();
        Map<String, ScenarioRun> prepared = new TreeMap<>();
        Map<String, Future<?>> runs = new TreeMap<>();
        String only = System.getProperty("scenario", "");
        try (ExecutorService pool = Executors.newFixedThreadPool(12)) {
            for (Scenario scenario : Scenario.all()) {
                boolean wanted = only.isEmpty() || List.of(only.split(",", -1)).contains(scenario.id());
                if (wanted && !OutOfScope.SCENARIOS.containsKey(scenario.id())) {
                    ScenarioRun run = new ScenarioRun(cluster.client(), sink, host, scenario, wording);
                    run.prepare();
                    prepared.put(scenario.id(), run);
                }
            }
            prepared.forEach((id, run) -> runs.put(id, pool.submit(() -> {
                run.replay();
                return null;
            })));
            for (Map.Entry<String, Future<?>> run : runs.entrySet()) {
                try {
                    run.getValue().get();
                } catch (java.util.concurrent.ExecutionException e) {
                    failures.put(run.getKey(), String.valueOf(e.getCause()));
                }
            }
        }
        System.out.println("scenarios: " + runs.size() + ", differing: " + failures.size());
        return failures;
    }

    private static RunningController start(KubeCluster cluster, EventSink sink, String variant, String selector)
            throws Exception {
        List<String> arguments = new ArrayList<>(List.of(
                "--interval-jitter-percentage=0",
                "--requeue-dependency=3s",
                "--concurrent=10",
                "--metrics-addr=0",
                "--health-addr=0",
                "--events-addr=" + sink.url(),
                "--watch-label-selector=" + selector));
        if (variant.equals("tenant")) {
            arguments.addAll(
                    List.of("--no-cross-namespace-refs", "--no-remote-bases", "--default-service-account=flux"));
        }
        if (variant.equals("gates")) {
            arguments.add("--feature-gates=StrictPostBuildSubstitutions=false,AdditiveCELDependencyCheck=true,"
                    + "DisableFailFastBehavior=true,CancelHealthCheckOnNewRevision=true,ExternalArtifact=true");
        }
        KustomizeController definition = new KustomizeController();
        KustomizeOptions options = ControllerProgram.parse(definition, arguments.toArray(String[]::new));
        RunningController controller = ControllerProgram.start(
                definition, options, cluster.client(), Map.of("RUNTIME_NAMESPACE", cluster.namespace()));
        controller.working().join();
        return controller;
    }
}
