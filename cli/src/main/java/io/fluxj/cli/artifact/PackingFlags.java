package io.fluxj.cli.artifact;

import java.util.List;
import picocli.CommandLine.Option;

/** What of a folder is packed. */
final class PackingFlags {
    @Option(
            names = "--ignore-paths",
            split = ",",
            paramLabel = "PATTERNS",
            description =
                    "Patterns as in .gitignore of what is left out; by default files of version control, pictures, archives and CI settings.")
    private List<String> ignored = List.of();

    @Option(
            names = "--resolve-symlinks",
            description = "Pack what symbolic links lead to; otherwise they are left out.")
    private boolean resolveLinks;

    Packing of() {
        return new Packing(ignored, resolveLinks);
    }
}
