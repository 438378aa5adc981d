package io.fluxj.cli.artifact;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * How the files of a folder differ from those of another.
 *
 * @param lines {@code + file} for those that only the second has, {@code - file} for those that only the first has, {@code ~ file} for those that differ; sorted
 */
record FolderComparison(List<String> lines) {
    /** Compares by content; empty folders do not count. */
    static FolderComparison of(Path before, Path after) throws IOException {
        SortedMap<String, Path> old = files(before);
        SortedMap<String, Path> now = files(after);
        SortedMap<String, String> found = new TreeMap<>();
        for (var file : old.entrySet()) {
            Path same = now.get(file.getKey());
            if (same == null) {
                found.put(file.getKey(), "- " + file.getKey());
            } else if (Files.mismatch(file.getValue(), same) >= 0) {
                found.put(file.getKey(), "~ " + file.getKey());
            }
        }
        now.keySet().stream().filter(name -> !old.containsKey(name)).forEach(name -> found.put(name, "+ " + name));
        return new FolderComparison(new ArrayList<>(found.values()));
    }

    private static SortedMap<String, Path> files(Path folder) throws IOException {
        SortedMap<String, Path> found = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            all.filter(Files::isRegularFile)
                    .forEach(file -> found.put(folder.relativize(file).toString(), file));
        }
        return found;
    }

    boolean isEmpty() {
        return lines.isEmpty();
    }
}
