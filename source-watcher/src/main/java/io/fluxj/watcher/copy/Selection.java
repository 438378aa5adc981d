package io.fluxj.watcher.copy;

import io.fluxj.archive.NamePattern;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What a pattern of a source chooses. Without {@code Extract} a pattern is matched name by name, so that {@code **} is one name as {@code *} is; what is chosen
 * goes with all that is in it. Source: behaviour §7.
 *
 * @param pattern below the root of the source
 */
record Selection(String pattern) {
    private static final String SPECIAL = "*?[]";

    /** Whether this is a pattern, and not the path of one file or folder. */
    boolean isPattern() {
        return isSpecial(pattern);
    }

    /** The files and folders that match name by name. */
    List<String> matches(SourceTree tree) throws IOException {
        List<String> found = List.of("");
        for (String part : pattern.split("/", -1)) {
            found = children(tree, found, pattern(part));
        }
        return found;
    }

    private static List<String> children(SourceTree tree, List<String> folders, NamePattern wanted) throws IOException {
        List<String> found = new ArrayList<>();
        for (String folder : folders) {
            Interruption.check();
            for (String name : tree.names(folder)) {
                if (wanted.matches(name)) {
                    found.add(RelativePath.join(folder, name));
                }
            }
        }
        return found;
    }

    private NamePattern pattern(String part) throws CopyException {
        return NamePattern.parse(part)
                .orElseThrow(
                        () -> new CopyException("invalid glob pattern '" + pattern + "': syntax error in pattern"));
    }

    /** The files and folders that match as a path, with {@code **} for any number of folders. */
    List<String> matchesAtAnyDepth(SourceTree tree) throws IOException {
        PathGlob glob = PathGlob.parse(pattern);
        return tree.below("").stream().filter(glob::matches).toList();
    }

    /** The folders before the first part that is a pattern; empty for the source itself. */
    String base() {
        List<String> parts = new ArrayList<>();
        for (String part : pattern.split("/", -1)) {
            if (isSpecial(part)) {
                break;
            }
            if (!part.isEmpty() && !part.equals(".")) {
                parts.add(part);
            }
        }
        return String.join("/", parts);
    }

    /** Where a match goes: {@code dir/**} leaves out {@code dir}, anything else keeps the whole path. */
    String target(String match, String folder) {
        String prefix = pattern.endsWith("/**") ? pattern.substring(0, pattern.length() - 2) : "";
        String kept = !prefix.isEmpty() && match.startsWith(prefix) ? match.substring(prefix.length()) : match;
        return RelativePath.join(folder, kept);
    }

    private static boolean isSpecial(String text) {
        return text.chars().anyMatch(c -> SPECIAL.indexOf(c) >= 0);
    }
}
