package io.fluxj.cli.explain;

import io.fluxj.cli.frame.CommandFailure;
import io.fluxj.cli.kind.FluxKind;
import io.fluxj.cli.kind.Nearest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * An object as users name it: {@code kustomization apps}, {@code ks/apps}, {@code source git fleet}, {@code GitRepository fleet}.
 *
 * @param kind its kind
 * @param name its name
 */
record ObjectWords(FluxKind kind, String name) {

    /** Reads the words of a command line. */
    static ObjectWords parse(List<String> words) {
        if (words.size() == 1 && words.getFirst().contains("/")) {
            String[] parts = words.getFirst().split("/", 2);
            return new ObjectWords(kind(parts[0]), parts[1]);
        }
        return switch (words.size()) {
            case 2 -> new ObjectWords(kind(words.getFirst()), words.getLast());
            case 3 -> new ObjectWords(inGroup(words.getFirst(), words.get(1)), words.getLast());
            default -> throw new CommandFailure("name a kind and an object, for example: kustomization apps");
        };
    }

    private static FluxKind kind(String word) {
        return FluxKind.named(word)
                .orElseThrow(() -> new CommandFailure("'%s' is not a recognized Flux kind%s"
                        .formatted(
                                word,
                                Nearest.hint(
                                        word,
                                        Arrays.stream(FluxKind.values())
                                                .flatMap(FluxKind::words)
                                                .toList()))));
    }

    private static FluxKind inGroup(String group, String word) {
        String singular = group.endsWith("s") ? group.substring(0, group.length() - 1) : group;
        Optional<FluxKind> found =
                FluxKind.named(word).filter(kind -> kind.command().group().equals(singular));
        return found.orElseThrow(
                () -> new CommandFailure("'%s %s' is not a recognized Flux kind".formatted(group, word)));
    }
}
