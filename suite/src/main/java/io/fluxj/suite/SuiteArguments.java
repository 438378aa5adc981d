package io.fluxj.suite;

import io.fluxj.runtime.options.ControllerOptions;
import io.fluxj.runtime.start.ControllerDefinition;
import io.fluxj.runtime.start.GroupMember;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What {@code fluxj run} was told.
 *
 * @param components which controllers
 * @param storage folder of what they keep
 * @param flags the rest, for the controllers
 */
record SuiteArguments(Set<Component> components, String storage, List<String> flags) {
    private static final String CONTROLLERS = "--controllers=";
    private static final String STORAGE = "--storage-path=";
    private static final String ARTIFACTS = "artifacts";
    private static final String GENERATED = "generated";
    private static final String TAGS = "tags";
    private static final String STORAGE_ADDRESS = "--storage-addr";
    private static final String STORAGE_ADVERTISED = "--storage-adv-addr";

    /** The source-controller has the port that both have alone. */
    private static final String WATCHER_LISTENER = ":9790";

    private static final String EVENTS = "--events-addr";

    private static final String LISTENER = "--notification-controller.events-addr=";

    /** Only this process posts there. Its port is none that a controller has by default. */
    private static final String EVENTS_LISTENER = "127.0.0.1:9291";

    SuiteArguments {
        flags = List.copyOf(flags);
    }

    /**
     * Reads them.
     *
     * @throws IllegalArgumentException when a controller is unknown, or a flag would mean different things to them
     */
    static SuiteArguments of(String... arguments) {
        Set<Component> components = EnumSet.complementOf(EnumSet.of(Component.SOURCE_WATCHER));
        String storage = "/data";
        List<String> flags = new ArrayList<>();
        for (String argument : arguments) {
            if (argument.startsWith(CONTROLLERS)) {
                components = components(argument.substring(CONTROLLERS.length()));
            } else if (argument.startsWith(STORAGE)) {
                storage = argument.substring(STORAGE.length());
            } else {
                flags.add(argument);
            }
        }
        requireMeaning(flags, components);
        return new SuiteArguments(components, storage, flags);
    }

    private static Set<Component> components(String names) {
        Set<Component> components = EnumSet.noneOf(Component.class);
        for (String name : names.split(",", -1)) {
            components.add(Component.named(name.strip()));
        }
        return components;
    }

    private static void requireMeaning(List<String> flags, Set<Component> components) {
        if (components.contains(Component.NOTIFICATION)) {
            requireOwner(
                    flags,
                    EVENTS,
                    "is where the notification-controller listens and where the others post: say whose, as in"
                            + " --source-controller.events-addr=URL");
        }
        if (components.containsAll(Set.of(Component.SOURCE, Component.SOURCE_WATCHER))) {
            String why = "is another one for the source-controller and the source-watcher: say whose, as in"
                    + " --source-controller.storage-addr=ADDR";
            requireOwner(flags, STORAGE_ADDRESS, why);
            requireOwner(flags, STORAGE_ADVERTISED, why);
        }
    }

    private static void requireOwner(List<String> flags, String name, String why) {
        if (flags.stream().anyMatch(flag -> flag.equals(name) || flag.startsWith(name + "="))) {
            throw new IllegalArgumentException(name + " " + why);
        }
    }

    /**
     * Makes the folders of those that keep something.
     *
     * @throws IOException when the folder that they belong in is not there: a volume that is not mounted shall not go unnoticed
     */
    void makeFolders() throws IOException {
        if (components.contains(Component.SOURCE)) {
            make(ARTIFACTS);
        }
        if (components.contains(Component.SOURCE_WATCHER)) {
            make(GENERATED);
        }
        if (components.contains(Component.IMAGE_REFLECTOR)) {
            make(TAGS);
        }
    }

    private void make(String folder) throws IOException {
        if (!Files.isDirectory(Path.of(storage))) {
            throw new IOException("the storage path " + storage + " is not a folder; create it or set --storage-path");
        }
        Files.createDirectories(Path.of(storage, folder));
    }

    /** The controllers with the flags that they have in this company. */
    List<GroupMember<?>> members() {
        List<GroupMember<?>> members = new ArrayList<>();
        for (Component component : components) {
            members.add(member(component.definition(), implied(component)));
        }
        return members;
    }

    private static <O extends ControllerOptions> GroupMember<O> member(
            ControllerDefinition<O> definition, List<String> implied) {
        return new GroupMember<>(definition, implied);
    }

    private List<String> implied(Component component) {
        return switch (component) {
            case SOURCE -> posting("--storage-path=" + storage + "/" + ARTIFACTS);
            case SOURCE_WATCHER ->
                posting("--storage-path=" + storage + "/" + GENERATED, STORAGE_ADDRESS + "=" + WATCHER_LISTENER);
            case NOTIFICATION -> List.of(EVENTS + "=" + listener());
            case IMAGE_REFLECTOR -> posting("--storage-path=" + storage + "/" + TAGS);
            case KUSTOMIZE, HELM, IMAGE_AUTOMATION -> posting();
        };
    }

    private List<String> posting(String... others) {
        List<String> flags = new ArrayList<>(List.of(others));
        if (components.contains(Component.NOTIFICATION)) {
            flags.add(EVENTS + "=http://" + listener() + "/");
        }
        return flags;
    }

    private String listener() {
        return flags.stream()
                .filter(flag -> flag.startsWith(LISTENER))
                .reduce((first, last) -> last)
                .map(flag -> flag.substring(LISTENER.length()))
                .orElse(EVENTS_LISTENER);
    }
}
