package io.fluxj.runtime.start;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Which of the controllers in a process gets which flag: {@code --concurrent=8} each that has it, {@code --kustomize-controller.concurrent=8} only the one
 * that is named. Of {@code --feature-gates} each gets the gates that it has.
 */
final class GroupFlags {
    private static final String GATES = "--feature-gates";

    private final List<? extends GroupMember<?>> members;
    private final Map<String, List<String>> flags = new LinkedHashMap<>();

    private GroupFlags(List<? extends GroupMember<?>> members) {
        this.members = members;
        members.forEach(member -> flags.put(member.name(), new ArrayList<>()));
    }

    /**
     * The flags of each controller, by its name.
     *
     * @throws IllegalArgumentException when a flag or gate is none of any controller
     */
    static Map<String, List<String>> split(List<? extends GroupMember<?>> members, String... arguments) {
        GroupFlags split = new GroupFlags(members);
        Deque<String> rest = new ArrayDeque<>(Arrays.asList(arguments));
        while (!rest.isEmpty()) {
            split.take(rest.pop(), rest);
        }
        return split.flags;
    }

    private void take(String argument, Deque<String> rest) {
        if (!argument.startsWith("-")) {
            throw new IllegalArgumentException("unexpected argument '" + argument + "': flags begin with --");
        }
        String dashed = argument.startsWith("--") ? argument : "-" + argument;
        int equals = dashed.indexOf('=');
        String name = equals < 0 ? dashed : dashed.substring(0, equals);
        List<GroupMember<?>> takers = takers(name);
        String own = own(name);
        Optional<String> value = equals < 0 ? following(takers, own, rest) : Optional.of(dashed.substring(equals + 1));
        if (own.equals(GATES)) {
            gates(takers, value.orElse(""));
        } else {
            String flag = value.map(text -> own + "=" + text).orElse(own);
            takers.forEach(member -> flags(member).add(flag));
        }
    }

    private List<String> flags(GroupMember<?> member) {
        return flags.computeIfAbsent(member.name(), name -> new ArrayList<>());
    }

    private List<GroupMember<?>> takers(String name) {
        List<GroupMember<?>> takers = named(name).stream()
                .filter(member -> member.flag(own(name)).isPresent())
                .collect(Collectors.toList());
        if (takers.isEmpty()) {
            throw new IllegalArgumentException("unknown flag " + name + ": none of "
                    + members.stream().map(GroupMember::name).collect(Collectors.joining(", ")) + " has it");
        }
        return takers;
    }

    /** Those whom a flag may concern: the one whose name stands before it, or all. */
    private List<GroupMember<?>> named(String name) {
        Predicate<GroupMember<?>> isNamed = member -> name.startsWith("--" + member.name() + ".");
        List<GroupMember<?>> named = members.stream().filter(isNamed).collect(Collectors.toList());
        return named.isEmpty() ? List.copyOf(members) : named;
    }

    /** The flag without a controller's name before it. */
    private String own(String name) {
        return members.stream()
                .map(member -> "--" + member.name() + ".")
                .filter(name::startsWith)
                .findFirst()
                .map(prefix -> "--" + name.substring(prefix.length()))
                .orElse(name);
    }

    /** The value of a flag that needs one and was written without {@code =}. */
    private static Optional<String> following(List<GroupMember<?>> takers, String own, Deque<String> rest) {
        OptionSpec flag = takers.getFirst().flag(own).orElseThrow();
        return flag.arity().min() > 0 && !rest.isEmpty() ? Optional.of(rest.pop()) : Optional.empty();
    }

    private void gates(List<GroupMember<?>> takers, String list) {
        for (String gate : list.split(",", -1)) {
            String name = gate.replaceFirst("=.*", "").strip();
            List<GroupMember<?>> havers =
                    takers.stream().filter(member -> member.hasGate(name)).collect(Collectors.toList());
            if (havers.isEmpty() && !name.isEmpty()) {
                throw new IllegalArgumentException("unknown feature gate \"" + name + "\": no controller has it");
            }
            havers.forEach(member -> flags(member).add(GATES + "=" + gate.strip()));
        }
    }
}
