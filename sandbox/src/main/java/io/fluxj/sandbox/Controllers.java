package io.fluxj.sandbox;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fluxj.automation.ImageAutomationController;
import io.fluxj.helmrelease.HelmController;
import io.fluxj.kustomization.KustomizeController;
import io.fluxj.notification.NotificationController;
import io.fluxj.reflector.ImageReflectorController;
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
import java.util.stream.Stream;

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
    static Controllers start(KubernetesClient client, Path home, SandboxPorts ports) throws Exception {
        var controllers = new Controllers(client);
        try {
            var artifacts = "127.0.0.1:" + ports.artifacts();
            var events = "127.0.0.1:" + ports.events();
            var posting = "--events-addr=http://" + events + "/";
            controllers.start(
                    new NotificationController(),
                    "--events-addr=" + events,
                    "--receiverAddr=127.0.0.1:" + ports.webhooks());
            controllers.start(
                    new SourceController(),
                    "--storage-path=" + Files.createDirectories(home.resolve("artifacts")),
                    "--storage-addr=" + artifacts,
                    "--storage-adv-addr=" + artifacts,
                    posting);
            controllers.start(new KustomizeController(), posting);
            controllers.start(new HelmController(), posting);
            controllers.start(
                    new ImageReflectorController(),
                    "--storage-path=" + Files.createDirectories(home.resolve("tags")),
                    posting);
            controllers.start(new ImageAutomationController(), posting);
            return controllers;
        } catch (Exception e) {
            controllers.close();
            throw e;
        }
    }

    private <O extends ControllerOptions> void start(ControllerDefinition<O> definition, String... arguments)
            throws Exception {
        var all = Stream.concat(Stream.of(arguments), Stream.of("--metrics-addr=0", "--health-addr=0"))
                .toArray(String[]::new);
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
