package io.fluxj.cli.kind;

import java.util.List;

/**
 * What the command line calls a kind: {@code source git}, {@code kustomization}.
 *
 * @param group the command above it, empty when there is none
 * @param name its command
 * @param aliases other names for it
 */
public record CommandName(String group, String name, List<String> aliases) {
    public CommandName {
        aliases = List.copyOf(aliases);
    }

    static CommandName of(String name, String... aliases) {
        return new CommandName("", name, List.of(aliases));
    }

    static CommandName in(String group, String name, String... aliases) {
        return new CommandName(group, name, List.of(aliases));
    }

    /** The words as flux prints them in its messages: {@code source git}, {@code alert provider}. */
    public String spoken() {
        return (group.isEmpty() ? name : group + " " + name).replace('-', ' ');
    }

    /** The words as they are typed: {@code source git}, {@code alert-provider}. */
    public String typed() {
        return group.isEmpty() ? name : group + " " + name;
    }
}
