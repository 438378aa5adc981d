package io.fluxj.cli.completion;

import io.fluxj.cli.frame.Session;
import io.fluxj.cli.kind.FluxKind;
import io.fluxj.cli.object.FluxObject;
import io.fluxj.cli.object.Objects;
import io.fluxj.cli.object.Objects.Selection;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;

/**
 * The names of the objects in the cluster that a command may be about.
 *
 * @param session of the call
 */
record ObjectNames(Session session) {
    /** Verbs whose command is followed by kind and name. */
    private static final Set<String> WITH_KIND = Set.of("describe", "why");
    /** Verbs that are about objects that are not there yet. */
    private static final Set<String> MAKING = Set.of("create", "completion", "build", "diff");

    /** What may come after the words. */
    Stream<Candidate> after(TypedLine typed) {
        CommandSpec command = typed.command();
        if (WITH_KIND.contains(command.name())) {
            return afterKind(typed.positionals());
        }
        boolean takesMore = command.positionalParameters().stream()
                .anyMatch(parameter ->
                        parameter.index().contains(typed.positionals().size()));
        return takesMore && !MAKING.contains(verb(command))
                ? kind(command).stream().flatMap(this::of)
                : Stream.empty();
    }

    /** Words before the name: {@code kustomization}, {@code source git}. */
    private Stream<Candidate> afterKind(List<String> words) {
        String kind = String.join(" ", words);
        if (words.size() == 1 && !FluxKind.inGroup(kind).isEmpty()) {
            return FluxKind.inGroup(kind).stream()
                    .map(each -> Candidate.of(each.command().name()));
        }
        return switch (words.size()) {
            case 0 ->
                Arrays.stream(FluxKind.values())
                        .map(ObjectNames::firstWord)
                        .distinct()
                        .map(Candidate::of);
            case 1 -> FluxKind.named(kind).stream().flatMap(this::of);
            case 2 ->
                Arrays.stream(FluxKind.values())
                        .filter(each -> each.command().typed().equals(kind))
                        .flatMap(this::of);
            default -> Stream.empty();
        };
    }

    private static String firstWord(FluxKind kind) {
        return kind.command().typed().split(" ", 2)[0];
    }

    private Stream<Candidate> of(FluxKind kind) {
        return new Objects(session)
                .listIfServed(kind, Selection.of(session.namespace())).stream()
                        .flatMap(List::stream)
                        .map(FluxObject::name)
                        .map(Candidate::of);
    }

    private static Optional<FluxKind> kind(CommandSpec command) {
        return Arrays.stream(FluxKind.values())
                .filter(kind -> command.names().contains(kind.command().name()))
                .filter(kind -> isIn(kind.command().group(), command))
                .findFirst();
    }

    private static boolean isIn(String group, CommandSpec command) {
        CommandSpec above = command.parent();
        return group.isEmpty() || (above != null && above.names().contains(group));
    }

    private static String verb(CommandSpec command) {
        CommandSpec each = command;
        CommandSpec above = each.parent();
        while (above != null && above.parent() != null) {
            each = above;
            above = each.parent();
        }
        return each.name();
    }
}
