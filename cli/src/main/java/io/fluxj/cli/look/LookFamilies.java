package io.fluxj.cli.look;

import io.fluxj.cli.frame.Commands;
import io.fluxj.cli.frame.Session;
import io.fluxj.cli.kind.FluxKind;
import io.fluxj.cli.kind.KindCommands;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** The commands that only look. */
public final class LookFamilies {
    private LookFamilies() {}

    /** {@code events}. */
    public static CommandSpec events(Session session) {
        return Commands.of(new EventsCommand(session));
    }

    /** {@code logs}. */
    public static CommandSpec logs(Session session) {
        return Commands.of(new LogsCommand(session));
    }

    /** {@code stats}. */
    public static CommandSpec stats(Session session) {
        return Commands.of(new StatsCommand(session));
    }

    /** {@code tree}. */
    public static CommandSpec tree(Session session) {
        return KindCommands.of(
                Commands.group("tree", "Shows what objects brought into the cluster."),
                List.of(FluxKind.KUSTOMIZATION, FluxKind.HELM_RELEASE, FluxKind.ARTIFACT_GENERATOR),
                kind -> new TreeCommand(session, kind));
    }

    /** {@code trace}. */
    public static CommandSpec trace(Session session) {
        return Commands.of(new TraceCommand(session));
    }

    /** {@code debug}. */
    public static CommandSpec debug(Session session) {
        return Commands.group(
                "debug",
                "Shows the inside of objects.",
                List.of(
                        Commands.of(new DebugKustomizationCommand(session)),
                        Commands.of(new DebugReleaseCommand(session))));
    }
}
