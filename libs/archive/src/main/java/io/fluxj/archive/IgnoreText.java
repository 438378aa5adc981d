package io.fluxj.archive;

import java.util.List;

/**
 * Ignore patterns as somebody wrote them, one per line.
 *
 * @param folder the folder that they are relative to, with {@code /} between its parts; empty for the root
 * @param text the lines
 */
public record IgnoreText(String folder, String text) {
    /** Patterns relative to the root, such as a {@code spec.ignore}. */
    public static IgnoreText atRoot(String text) {
        return new IgnoreText("", text);
    }

    List<IgnorePattern> patterns() {
        List<String> domain = folder.isEmpty() ? List.of() : List.of(folder.split("/", -1));
        return text.lines()
                .filter(line -> !line.startsWith("#") && !line.isBlank())
                .map(line -> IgnorePattern.parse(line, domain))
                .toList();
    }
}
