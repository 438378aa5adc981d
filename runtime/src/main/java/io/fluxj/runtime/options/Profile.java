package io.fluxj.runtime.options;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Several flags under one name. What is said of a flag besides, before or after, overrules the profile. */
public enum Profile {
    /** Every flag is what it is by default. */
    NONE("none"),
    /** For clusters that tenants share. Source: Flux's guide to multi-tenancy, and what we add. */
    LOCKED_DOWN("locked-down");

    private final String text;

    Profile(String text) {
        this.text = text;
    }

    /** The one of a name; empty when there is none. */
    public static Optional<Profile> named(String name) {
        return Arrays.stream(values())
                .filter(profile -> profile.text.equals(name))
                .findFirst();
    }

    /** All names, for messages. */
    public static String names() {
        return Arrays.stream(values()).map(profile -> profile.text).collect(Collectors.joining(", "));
    }

    /** The flags that it sets of a controller. */
    List<String> flags(ControllerOptions options) {
        return switch (this) {
            case NONE -> List.of();
            case LOCKED_DOWN -> options.lockedDown();
        };
    }
}
