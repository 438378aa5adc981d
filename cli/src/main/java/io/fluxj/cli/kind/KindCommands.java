package io.fluxj.cli.kind;

import io.fluxj.cli.frame.Commands;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import picocli.CommandLine.Model.CommandSpec;

/**
 * A verb with one command for each kind: {@code suspend kustomization}, {@code suspend source git}. Every kind is understood in the singular, in the plural
 * and by its short name, as are the groups.
 */
public final class KindCommands {
    private KindCommands() {}

    /**
     * The commands of a verb.
     *
     * @param verb its name and what it does
     * @param kinds those it is for
     * @param command makes the annotated object that is the command for one kind
     * @return the verb; commands that are not for a kind may be added to it and to its groups
     */
    public static CommandSpec of(CommandSpec verb, List<FluxKind> kinds, Function<FluxKind, Object> command) {
        groups(verb, kinds, Form.SINGULAR, command);
        return verb;
    }

    /** As {@link #of}, with the kinds called by their plurals in the help: {@code get kustomizations}, {@code get sources git}. */
    public static CommandSpec inPlural(CommandSpec verb, List<FluxKind> kinds, Function<FluxKind, Object> command) {
        groups(verb, kinds, Form.PLURAL, command);
        return verb;
    }

    private static void groups(CommandSpec verb, List<FluxKind> kinds, Form form, Function<FluxKind, Object> command) {
        Map<String, CommandSpec> groups = new LinkedHashMap<>();
        for (FluxKind kind : kinds) {
            String group = kind.command().group();
            CommandSpec above = group.isEmpty() ? verb : groups.computeIfAbsent(group, name -> group(verb, name, form));
            add(above, kind, form, command.apply(kind));
        }
    }

    private static CommandSpec group(CommandSpec verb, String name, Form form) {
        String plural = name + "s";
        CommandSpec group =
                Commands.group(form == Form.PLURAL ? plural : name, "The kinds below %s.".formatted(plural));
        group.aliases(form == Form.PLURAL ? name : plural);
        verb.addSubcommand(group.name(), group);
        return group;
    }

    private static void add(CommandSpec above, FluxKind kind, Form form, Object command) {
        CommandSpec spec = Commands.of(command);
        List<String> names = new ArrayList<>();
        String name = kind.command().name();
        String plural = name.endsWith("y") ? name.substring(0, name.length() - 1) + "ies" : name + "s";
        boolean pluralFirst =
                form == Form.PLURAL && (kind.command().group().isEmpty() || kind == FluxKind.ARTIFACT_GENERATOR);
        names.add(pluralFirst ? plural : name);
        names.add(pluralFirst ? name : plural);
        names.addAll(kind.command().aliases());
        spec.name(names.getFirst()).aliases(names.subList(1, names.size()).toArray(String[]::new));
        above.addSubcommand(spec.name(), spec);
    }

    private enum Form {
        SINGULAR,
        PLURAL
    }
}
