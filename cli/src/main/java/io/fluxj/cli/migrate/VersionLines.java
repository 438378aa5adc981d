package io.fluxj.cli.migrate;

import io.fluxj.cli.kind.FluxKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds the lines of a YAML text that name an API version of Flux, and changes those alone: comments and layout stay. */
final class VersionLines {
    private static final String GROUPS = Arrays.stream(FluxKind.values())
            .map(kind -> Pattern.quote(kind.api().group()))
            .distinct()
            .collect(Collectors.joining("|"));
    private static final Pattern VERSION = Pattern.compile("(?<indent>[ -]*)apiVersion: *(?<quote>[\"']?)(?<group>"
            + GROUPS + ")/(?<version>v[0-9a-z]+)\\k<quote>(?<rest>[ \\t]*(#.*)?)");
    private static final Pattern KIND =
            Pattern.compile("(?<indent>[ -]*)kind: *[\"']?(?<kind>[A-Za-z]+)[\"']?[ \\t]*(#.*)?");

    private VersionLines() {}

    /**
     * A text that was gone through.
     *
     * @param text with the newest versions
     * @param changes what changed
     */
    record Migrated(String text, List<Change> changes) {}

    /** One line that changed, counted from 1. */
    record Change(int line, String kind, String before, String after) {}

    static Migrated migrate(String text) {
        String[] lines = text.split("\n", -1);
        List<Change> changes = new ArrayList<>();
        for (int i = 0; i < lines.length; i++) {
            boolean carriage = lines[i].endsWith("\r");
            String line = carriage ? lines[i].substring(0, lines[i].length() - 1) : lines[i];
            Matcher version = VERSION.matcher(line);
            if (!version.matches()) {
                continue;
            }
            Optional<FluxKind> kind = kind(lines, i, version.group("indent").length());
            String before = version.group("group") + "/" + version.group("version");
            if (kind.isPresent()
                    && !kind.get().apiVersion().equals(before)
                    && kind.get().api().group().equals(version.group("group"))) {
                String quote = version.group("quote");
                lines[i] = version.group("indent") + "apiVersion: " + quote
                        + kind.get().apiVersion() + quote + version.group("rest") + (carriage ? "\r" : "");
                changes.add(
                        new Change(i + 1, kind.get().kind(), before, kind.get().apiVersion()));
            }
        }
        return new Migrated(String.join("\n", lines), List.copyOf(changes));
    }

    /** The kind that stands beside a version: with the same indentation, and nothing that ends the object between them. */
    private static Optional<FluxKind> kind(String[] lines, int at, int indent) {
        return kind(lines, at + 1, 1, indent).or(() -> kind(lines, at - 1, -1, indent));
    }

    private static Optional<FluxKind> kind(String[] lines, int from, int step, int indent) {
        for (int i = from; i >= 0 && i < lines.length; i += step) {
            String line = lines[i].stripTrailing();
            if (line.isBlank() || line.stripLeading().startsWith("#")) {
                continue;
            }
            int depth = depth(line);
            if (line.equals("---") || depth < indent) {
                return Optional.empty();
            }
            Matcher kind = KIND.matcher(line);
            if (depth == indent && kind.matches()) {
                return FluxKind.ofKind(kind.group("kind"));
            }
            boolean begins = depth == indent && line.stripLeading().startsWith("- ");
            if (begins && step > 0) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** Blanks and dashes of lists before the first word. */
    private static int depth(String line) {
        int depth = 0;
        while (depth < line.length() && (line.charAt(depth) == ' ' || line.charAt(depth) == '-')) {
            depth++;
        }
        return depth;
    }
}
