package io.fluxj.cli.look;

import io.fluxj.cli.frame.CommandFailure;
import io.fluxj.cli.kind.FluxKind;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What every {@code debug} is told. */
final class DebugFlags {
    @Parameters(arity = "0..1", paramLabel = "NAME", description = "The object's name.")
    private @Nullable String name;

    @Option(names = "--show-status", description = "Show the status.")
    boolean status;

    @Option(names = "--show-history", description = "Show what was there before.")
    boolean history;

    /** The name, which is missing otherwise. */
    String name(FluxKind kind) {
        if (name == null) {
            throw new CommandFailure(kind.singular() + " name is required");
        }
        return name;
    }
}
