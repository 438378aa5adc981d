package io.fluxj.runtime.scripted;

import io.fluxj.api.kustomize.v1.Kustomization;
import io.fluxj.api.kustomize.v1.KustomizationStatus;
import io.fluxj.api.notification.v1beta3.Provider;
import io.fluxj.api.source.v1.GitRepository;
import io.fluxj.api.source.v1.GitRepositoryStatus;
import io.fluxj.runtime.start.ControllerDefinition;
import io.fluxj.runtime.start.ControllerEnvironment;
import io.fluxj.runtime.start.ControllerParts;
import io.fluxj.runtime.start.ControllerProgram;
import io.fluxj.runtime.start.KindController;
import io.fluxj.runtime.start.RunningController;
import io.fluxj.testkit.KubeCluster;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** Starts real controllers around scripts, each bound to the namespace of its test. */
public final class ScriptedController implements ControllerDefinition<ScriptedOptions> {
    private final List<KindController<?>> kinds = new CopyOnWriteArrayList<>();
    private final String name;
    private final Function<ControllerEnvironment, KindController<?>> kind;

    private ScriptedController(String name, Function<ControllerEnvironment, KindController<?>> kind) {
        this.name = name;
        this.kind = kind;
    }

    /** One that a test puts together itself. */
    public static ScriptedController of(Function<ControllerEnvironment, KindController<?>> kind) {
        return new ScriptedController("kustomize-controller", kind);
    }

    /** A source-controller. */
    public static ScriptedController ofGitRepositories(Script<GitRepository, GitRepositoryStatus> script) {
        return new ScriptedController("source-controller", environment -> KindController.of(environment, script));
    }

    /** A kustomize-controller. */
    public static ScriptedController ofKustomizations(Script<Kustomization, KustomizationStatus> script) {
        return new ScriptedController("kustomize-controller", environment -> KindController.of(environment, script));
    }

    /** A notification-controller. */
    public static ScriptedController ofProviders(Script<Provider, Void> script) {
        return new ScriptedController("notification-controller", environment -> KindController.of(environment, script));
    }

    /** Those that were started so far. */
    public List<KindController<?>> kinds() {
        return kinds;
    }

    /** Starts it with more flags, and returns once it watches. */
    public RunningController start(KubeCluster cluster, String... flags) throws Exception {
        RunningController running = startOnly(cluster, flags);
        running.working().get(120, TimeUnit.SECONDS);
        return running;
    }

    /** Starts it and does not wait. */
    public RunningController startOnly(KubeCluster cluster, String... flags) throws Exception {
        List<String> all = new ArrayList<>(List.of(
                "--metrics-addr=127.0.0.1:0",
                "--health-addr=127.0.0.1:0",
                "--watch-all-namespaces=false",
                "--interval-jitter-percentage=0",
                "--min-retry-delay=50ms"));
        all.addAll(List.of(flags));
        ScriptedOptions options = ControllerProgram.parse(this, all.toArray(String[]::new));
        return ControllerProgram.start(
                this, options, cluster.client(), Map.of("RUNTIME_NAMESPACE", cluster.namespace(), "HOSTNAME", "pod-1"));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public ScriptedOptions newOptions() {
        return new ScriptedOptions();
    }

    @Override
    public ControllerParts build(ControllerEnvironment environment, ScriptedOptions options) {
        KindController<?> made = kind.apply(environment);
        kinds.add(made);
        return ControllerParts.of(made);
    }
}
