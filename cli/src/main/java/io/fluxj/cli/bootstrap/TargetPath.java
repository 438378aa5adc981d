package io.fluxj.cli.bootstrap;

import io.fluxj.cli.frame.CommandFailure;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The folder of the repository that a cluster follows.
 *
 * @param given as {@code --path} said; empty when it said nothing
 * @param folder without {@code ./} and slashes at its ends; empty for the root
 */
record TargetPath(String given, String folder) {
    static TargetPath of(String text) {
        List<String> parts = Arrays.stream(text.strip().replace('\\', '/').split("/"))
                .filter(part -> !part.isEmpty() && !part.equals("."))
                .toList();
        if (parts.contains("..")) {
            throw new CommandFailure("--path must stay inside the repository, and '" + text + "' leads out of it");
        }
        if (parts.contains(".git") || text.chars().anyMatch(Character::isISOControl)) {
            throw new CommandFailure("--path '" + text + "' is no folder that Git can hold");
        }
        return new TargetPath(text.strip(), parts.stream().collect(Collectors.joining("/")));
    }

    /** As a Kustomization names it. */
    String spec() {
        return "./" + folder;
    }

    /** As the names of deploy keys have it: nothing when nothing was said. */
    String label() {
        return given.isEmpty() ? "" : spec();
    }

    /** A file of Flux in it. */
    String file(String namespace, String name) {
        return (folder.isEmpty() ? "" : folder + "/") + namespace + "/" + name;
    }
}
