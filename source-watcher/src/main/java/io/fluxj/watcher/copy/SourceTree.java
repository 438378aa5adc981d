package io.fluxj.watcher.copy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The unpacked files of a source. Links are not there, wherever they lead.
 *
 * @param root existing folder
 */
record SourceTree(Path root) {
    private static final Comparator<String> BY_BYTES =
            Comparator.comparing(name -> name.getBytes(StandardCharsets.UTF_8), Arrays::compareUnsigned);

    /** What can stand at a path. */
    enum Found {
        FILE,
        FOLDER,
        NOTHING
    }

    /** What stands at a clean path. */
    Found at(String path) {
        Path file = file(path);
        if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
            return Found.FOLDER;
        }
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) ? Found.FILE : Found.NOTHING;
    }

    /** The file of a clean path. */
    Path file(String path) {
        return root.resolve(path);
    }

    /** The names in a folder by their bytes; none when it is no folder. */
    List<String> names(String folder) throws IOException {
        if (at(folder) != Found.FOLDER) {
            return List.of();
        }
        try (Stream<Path> listed = Files.list(file(folder))) {
            return listed.filter(path -> !Files.isSymbolicLink(path))
                    .map(path -> path.getFileName().toString())
                    .sorted(BY_BYTES)
                    .toList();
        }
    }

    /** All files and folders below a folder, each folder before what is in it. */
    List<String> below(String folder) throws IOException {
        List<String> found = new ArrayList<>();
        collect(folder, found);
        return found;
    }

    private void collect(String folder, List<String> found) throws IOException {
        Interruption.check();
        for (String name : names(folder)) {
            String path = RelativePath.join(folder, name);
            found.add(path);
            if (at(path) == Found.FOLDER) {
                collect(path, found);
            }
        }
    }
}
