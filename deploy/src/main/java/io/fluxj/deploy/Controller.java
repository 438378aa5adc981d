package io.fluxj.deploy;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** A controller that may be installed, under the name that its objects have. */
public enum Controller {
    SOURCE("source-controller"),
    KUSTOMIZE("kustomize-controller"),
    HELM("helm-controller"),
    NOTIFICATION("notification-controller"),
    IMAGE_REFLECTOR("image-reflector-controller"),
    IMAGE_AUTOMATION("image-automation-controller"),
    SOURCE_WATCHER("source-watcher");

    private final String objectName;

    Controller(String objectName) {
        this.objectName = objectName;
    }

    /** The name of its Deployment, its service account, its image. */
    public String objectName() {
        return objectName;
    }

    /** Those of an installation that asks for nothing else. */
    public static Set<Controller> usual() {
        return EnumSet.of(SOURCE, KUSTOMIZE, HELM, NOTIFICATION);
    }

    /** The controller with a name such as {@code source-controller}; empty when there is none. */
    public static Optional<Controller> named(String name) {
        return Arrays.stream(values())
                .filter(controller -> controller.objectName.equals(name))
                .findFirst();
    }

    /** Whether a file of {@code crds/} defines a kind that this controller brings. */
    boolean brings(String file) {
        return switch (this) {
            case SOURCE -> file.startsWith("source.toolkit.");
            case KUSTOMIZE -> file.startsWith("kustomize.");
            case HELM -> file.startsWith("helm.");
            case NOTIFICATION -> file.startsWith("notification.");
            case IMAGE_REFLECTOR -> file.contains("_imagepolicies.") || file.contains("_imagerepositories.");
            case IMAGE_AUTOMATION -> file.contains("_imageupdateautomations.");
            case SOURCE_WATCHER -> file.startsWith("source.extensions.");
        };
    }

    /** Whether it serves artifacts to the others. */
    boolean servesArtifacts() {
        return this == SOURCE || this == SOURCE_WATCHER;
    }

    /** Whether it posts its events to the notification-controller. */
    boolean postsEvents() {
        return this != NOTIFICATION;
    }
}
