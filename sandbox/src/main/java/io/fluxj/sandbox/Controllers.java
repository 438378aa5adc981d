package io.fluxj.sandbox;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fluxj.kustomization.KustomizeController;
import io.fluxj.runtime.options.ControllerOptions;
import io.fluxj.runtime.start.ControllerDefinition;
import io.fluxj.runtime.start.ControllerProgram;
import io.fluxj.runtime.start.RunningController;
import io.fluxj.source.SourceController;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** The controllers, all in this process, with one client. */
final class Controllers implements AutoCloseable {

    private final KubernetesClient client;
    private final Deque<RunningController> running = new ArrayDeque<>();

    private Controllers(KubernetesClient client) {
        this.client = client;
    }

    /**
     * @param client becomes theirs
     * @param home folder for what they store
     * @throws Exception why one of them cannot start
     */
    static Controllers start(KubernetesClient client, Path home) throws Exception {
        var controllers = new Controllers(client);
        try {
            var storage = Files.createDirectories(home.resolve("artifacts"));
            var address = "127.0.0.1:" + KeptPort.in(home.resolve("ports/artifacts"));
            controllers.start(
                    new SourceController(),
                    "--storage-path=" + storage,
                    "--storage-addr=" + address,
                    "--storage-adv-addr=" + address);
            controllers.start(new KustomizeController());
            return controllers;
        } catch (Exception e) {
            controllers.close();
            throw e;
        }
    }

    private <O extends ControllerOptions> void start(ControllerDefinition<O> definition, String... arguments)
            throws Exception {
        var all = new String[arguments.length + 2];
        System.arraycopy(arguments, 0, all, 0, arguments.length);
        all[arguments.length] = "--metrics-addr=0";
        all[arguments.length + 1] = "--health-addr=0";
        var options = ControllerProgram.parse(definition, all);
        running.push(ControllerProgram.start(definition, options, client, Map.of("RUNTIME_NAMESPACE", "flux-system")));
    }

    /** {@return what completes when every controller watches its kinds} */
    CompletableFuture<Void> working() {
        return CompletableFuture.allOf(
                running.stream().map(RunningController::working).toArray(CompletableFuture[]::new));
    }

    @Override
    public void close() {
        running.forEach(RunningController::close);
        client.close();
    }
}
