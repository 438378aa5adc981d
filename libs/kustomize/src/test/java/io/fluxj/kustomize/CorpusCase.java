package io.fluxj.kustomize;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * One folder of the conformance corpus, or of {@code found} (what comparing random kustomizations with the kustomize command line brought
 * to light), recorded with the kustomize command line 5.8.1.
 */
record CorpusCase(Path folder, String entry, BuildOptions options, boolean fails) {

    static final Path CORPUS = Path.of("src/test/resources/corpus");

    static final Path FOUND = Path.of("src/test/resources/found");

    static List<CorpusCase> all() {
        return Stream.of(CORPUS, FOUND).flatMap(root -> in(root).stream()).toList();
    }

    private static List<CorpusCase> in(Path root) {
        try (Stream<Path> folders = Files.list(root)) {
            return folders.filter(Files::isDirectory)
                    .sorted()
                    .map(CorpusCase::of)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static CorpusCase of(Path folder) {
        Map<String, String> fields = new HashMap<>();
        for (String line : read(folder.resolve("case.yaml")).lines().toList()) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                fields.put(line.substring(0, colon), line.substring(colon + 1).strip());
            }
        }
        boolean anyFile = "none".equals(fields.get("loadRestrictor"));
        boolean unsorted = "none".equals(fields.get("reorder"));
        BuildOptions options = BuildOptions.commandLine()
                .withLoadRestrictions(anyFile ? LoadRestrictions.NONE : LoadRestrictions.ROOT_ONLY)
                .withReorder(unsorted ? Reorder.NONE : Reorder.LEGACY);
        return new CorpusCase(
                folder, fields.getOrDefault("entry", ""), options, Boolean.parseBoolean(fields.get("error")));
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    BuildResult build() {
        try {
            return Kustomize.build(DirectoryTree.of(folder), entry, options);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String expected() {
        return read(folder.resolve("expected.yaml"));
    }

    /** Deprecations that the command line printed. */
    List<String> expectedWarnings() {
        Path file = folder.resolve("warnings.txt");
        return Files.exists(file)
                ? read(file)
                        .lines()
                        .filter(line -> line.startsWith("# Warning"))
                        .toList()
                : List.of();
    }

    @Override
    public String toString() {
        return String.valueOf(folder.getFileName());
    }
}
