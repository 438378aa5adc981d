package io.fluxj.cli.export;

import io.fluxj.cli.frame.Commands;
import io.fluxj.cli.frame.Session;
import io.fluxj.cli.kind.FluxKind;
import io.fluxj.cli.kind.KindCommands;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** {@code export} with one command for each kind. */
public final class ExportFamily {
    private ExportFamily() {}

    /** For one call. */
    public static CommandSpec of(Session session) {
        return KindCommands.of(
                Commands.group("export", "Print objects of the cluster as they would be written to Git."),
                List.of(FluxKind.values()),
                kind -> kind.source() ? new ExportSourceCommand(session, kind) : new ExportCommand(session, kind));
    }
}
