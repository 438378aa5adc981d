package io.fluxj.suite;

import io.fluxj.automation.ImageAutomationController;
import io.fluxj.helmrelease.HelmController;
import io.fluxj.kustomization.KustomizeController;
import io.fluxj.notification.NotificationController;
import io.fluxj.reflector.ImageReflectorController;
import io.fluxj.runtime.start.ControllerDefinition;
import io.fluxj.source.SourceController;
import io.fluxj.watcher.SourceWatcher;
import java.util.Arrays;
import java.util.stream.Collectors;

/** The controllers that a process can have, in the order in which they start: whoever is asked by others comes first. */
enum Component {
    SOURCE("source"),
    SOURCE_WATCHER("source-watcher"),
    NOTIFICATION("notification"),
    KUSTOMIZE("kustomize"),
    HELM("helm"),
    IMAGE_REFLECTOR("image-reflector"),
    IMAGE_AUTOMATION("image-automation");

    private final String shortName;

    Component(String shortName) {
        this.shortName = shortName;
    }

    /**
     * The one of a name, with {@code -controller} at its end or without.
     *
     * @throws IllegalArgumentException when there is none
     */
    static Component named(String name) {
        return Arrays.stream(values())
                .filter(component ->
                        name.equals(component.shortName) || name.equals(component.shortName + "-controller"))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "there is no controller '" + name + "': --controllers takes " + names()));
    }

    /** All names, for messages. */
    static String names() {
        return Arrays.stream(values()).map(component -> component.shortName).collect(Collectors.joining(", "));
    }

    ControllerDefinition<?> definition() {
        return switch (this) {
            case SOURCE -> new SourceController();
            case SOURCE_WATCHER -> new SourceWatcher();
            case NOTIFICATION -> new NotificationController();
            case KUSTOMIZE -> new KustomizeController();
            case HELM -> new HelmController();
            case IMAGE_REFLECTOR -> new ImageReflectorController();
            case IMAGE_AUTOMATION -> new ImageAutomationController();
        };
    }
}
