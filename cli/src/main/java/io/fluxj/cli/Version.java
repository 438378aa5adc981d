package io.fluxj.cli;

import org.jspecify.annotations.Nullable;

/** Which version of the command line this is. */
public final class Version {
    private Version() {}

    /** As the jar says; {@code 0.0.0-dev} when it runs from classes. */
    public static String current() {
        @Nullable String version = Version.class.getPackage().getImplementationVersion();
        return version == null ? "0.0.0-dev" : version;
    }
}
