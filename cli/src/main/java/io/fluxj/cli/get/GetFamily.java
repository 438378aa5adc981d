package io.fluxj.cli.get;

import io.fluxj.cli.frame.Commands;
import io.fluxj.cli.frame.Session;
import io.fluxj.cli.kind.FluxKind;
import io.fluxj.cli.kind.KindCommands;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** {@code get}: Flux's objects as tables. */
public final class GetFamily {
    private static final Map<String, String> GROUPS_WITH_ALL = Map.of("sources", "source", "images", "image");

    private GetFamily() {}

    /** All commands below {@code get}. */
    public static CommandSpec of(Session session) {
        List<FluxKind> all = Arrays.asList(FluxKind.values());
        CommandSpec get = KindCommands.inPlural(
                Commands.group("get", "Shows Flux's objects and how they are."), all, kind -> command(session, kind));
        get.addSubcommand("all", Commands.of(new GetAllCommand(session, all)));
        get.subcommands().values().stream()
                .map(CommandLine::getCommandSpec)
                .distinct()
                .filter(below -> GROUPS_WITH_ALL.containsKey(below.name()))
                .forEach(below ->
                        below.addSubcommand("all", Commands.of(new GetAllCommand(session, below(below.name())))));
        return get;
    }

    private static List<FluxKind> below(String group) {
        return FluxKind.inGroup(GROUPS_WITH_ALL.getOrDefault(group, ""));
    }

    private static Object command(Session session, FluxKind kind) {
        GetCommand command = new GetCommand(session, kind);
        return kind == FluxKind.KUSTOMIZATION || kind == FluxKind.HELM_RELEASE
                ? new GetApplierCommand(command)
                : command;
    }
}
