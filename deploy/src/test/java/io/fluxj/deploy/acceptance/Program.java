package io.fluxj.deploy.acceptance;

import io.fluxj.automation.ImageAutomationController;
import io.fluxj.helmrelease.HelmController;
import io.fluxj.kustomization.KustomizeController;
import io.fluxj.notification.NotificationController;
import io.fluxj.notification.NotificationOptions;
import io.fluxj.reflector.ImageReflectorController;
import io.fluxj.runtime.options.CommandLineFlags;
import io.fluxj.runtime.options.ControllerOptions;
import io.fluxj.runtime.start.ControllerDefinition;
import io.fluxj.source.SourceController;
import io.fluxj.watcher.SourceWatcher;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import picocli.CommandLine;

/** What an image of ours runs. */
record Program(ControllerDefinition<?> definition) {
    /** The flags that say where a port of a Deployment is served; of {@code http} another one for each. */
    private static final Map<String, String> LISTENERS = Map.of(
            "http-prom", "--metrics-addr",
            "healthz", "--health-addr",
            "http-webhook", "--receiverAddr");

    private static final String EVENTS = "--events-addr";

    /** The one of an image such as {@code ghcr.io/fluxj/source-controller:v1}. */
    static Program of(String image) {
        String name = image.replaceFirst("[:@][^/]*$", "").replaceFirst(".*/", "");
        return new Program(
                switch (name) {
                    case "source-controller" -> new SourceController();
                    case "source-watcher" -> new SourceWatcher();
                    case "notification-controller" -> new NotificationController();
                    case "kustomize-controller" -> new KustomizeController();
                    case "helm-controller" -> new HelmController();
                    case "image-reflector-controller" -> new ImageReflectorController();
                    case "image-automation-controller" -> new ImageAutomationController();
                    default -> throw new AssertionError(image + " is no image of ours");
                });
    }

    String mainClass() {
        return definition.getClass().getName();
    }

    /** The flag of a port. */
    String listener(String port) {
        if (port.equals("http")) {
            return definition instanceof NotificationController ? EVENTS : "--storage-addr";
        }
        return Optional.ofNullable(LISTENERS.get(port))
                .orElseThrow(() -> new AssertionError("no flag is known for the port " + port));
    }

    /** What a flag is when these arguments are given; empty when there is no such flag. */
    Optional<String> value(List<String> arguments, String flag) {
        ControllerOptions options = definition.newOptions();
        CommandLine line = CommandLineFlags.commandOf(definition.name(), options);
        line.parseArgs(arguments.toArray(String[]::new));
        if (options instanceof NotificationOptions notification && flag.equals(EVENTS)) {
            return notification.eventsAddress().map(address -> ":" + address.getPort());
        }
        return Optional.ofNullable(line.getCommandSpec().findOption(flag))
                .map(option -> Objects.toString(option.getValue()));
    }
}
