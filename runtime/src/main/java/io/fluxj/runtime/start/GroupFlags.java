package io.fluxj.runtime.start;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Which of the controllers in a process gets which flag: {@code --concurrent=8} each that has it, {@code --kustomize-controller.concurrent=8} only the one
 * that is named. Of {@code --feature-gates} each gets the gates that it has.
 */
final class GroupFlags {
    private static final String GATES = "--feature-gates";

    private final List<Share> shares;

    /** What a controller takes, and what it has got of it so far. */
    private record Share(GroupMember<?> member, Map<String, OptionSpec> known, List<String> flags) {
        static Share of(GroupMember<?> member) {
            return new Share(member, member.flags(), new ArrayList<>());
        }

        String name() {
            return member.name();
        }

        /** What stands before a flag that is for it alone. */
        String prefix() {
            return "--" + name() + ".";
        }
    }

    private GroupFlags(List<? extends GroupMember<?>> members) {
        this.shares = members.stream().map(Share::of).collect(Collectors.toList());
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
        return split.shares.stream().collect(Collectors.toMap(Share::name, Share::flags));
    }

    private void take(String argument, Deque<String> rest) {
        if (!argument.startsWith("-")) {
            throw new IllegalArgumentException("unexpected argument '" + argument + "': flags begin with --");
        }
        String dashed = argument.startsWith("--") ? argument : "-" + argument;
        int equals = dashed.indexOf('=');
        String name = equals < 0 ? dashed : dashed.substring(0, equals);
        String own = own(name);
        List<Share> takers = takers(name, own);
        Optional<String> value = equals < 0 ? following(takers, own, rest) : Optional.of(dashed.substring(equals + 1));
        if (own.equals(GATES)) {
            gates(takers, value.orElse(""));
        } else {
            String flag = value.map(text -> own + "=" + text).orElse(own);
            takers.forEach(taker -> taker.flags().add(flag));
        }
    }

    /** The flag without a controller's name before it. */
    private String own(String name) {
        return shares.stream()
                .map(Share::prefix)
                .filter(name::startsWith)
                .findFirst()
                .map(prefix -> "--" + name.substring(prefix.length()))
                .orElse(name);
    }

    private List<Share> takers(String name, String own) {
        boolean isForAll = name.equals(own);
        List<Share> takers = shares.stream()
                .filter(share -> isForAll || name.startsWith(share.prefix()))
                .filter(share -> share.known().containsKey(own))
                .collect(Collectors.toList());
        if (takers.isEmpty()) {
            throw new IllegalArgumentException("unknown flag " + name + ": none of "
                    + shares.stream().map(Share::name).collect(Collectors.joining(", ")) + " has it");
        }
        return takers;
    }

    /** The value of a flag that needs one and was written without {@code =}. */
    private static Optional<String> following(List<Share> takers, String own, Deque<String> rest) {
        OptionSpec flag = Objects.requireNonNull(takers.getFirst().known().get(own));
        return flag.arity().min() > 0 && !rest.isEmpty() ? Optional.of(rest.pop()) : Optional.empty();
    }

    private static void gates(List<Share> takers, String list) {
        for (String gate : list.split(",", -1)) {
            String name = gate.replaceFirst("=.*", "").strip();
            List<Share> havers = takers.stream()
                    .filter(taker -> taker.member().hasGate(name))
                    .collect(Collectors.toList());
            if (havers.isEmpty() && !name.isEmpty()) {
                throw new IllegalArgumentException("unknown feature gate \"" + name + "\": no controller has it");
            }
            havers.forEach(haver -> haver.flags().add(GATES + "=" + gate.strip()));
        }
    }
}
