package io.fluxj.git;

import java.nio.file.Path;
import java.util.List;

/**
 * What of a commit is written, and where to.
 *
 * @param folder existing, empty folder
 * @param paths beginnings of the paths that are wanted ({@code apps} takes {@code apps/a.yaml} and {@code apps2/b.yaml}, as Flux does), each with or
 *     without {@code ./}; empty for all
 * @param submodules whether the files of submodules are written too, which are otherwise empty folders
 */
public record Checkout(Path folder, List<String> paths, boolean submodules) {
    /** Takes {@code ./} off the paths. */
    public Checkout {
        paths = paths.stream()
                .map(path -> path.startsWith("./") ? path.substring(2) : path)
                .toList();
    }

    /** All of a commit. */
    public static Checkout all(Path folder) {
        return new Checkout(folder, List.of(), false);
    }

    /** Whether a file is wanted. */
    public boolean takes(String file) {
        return paths.isEmpty() || paths.stream().anyMatch(file::startsWith);
    }

    /**
     * Whether something below a folder may be wanted.
     *
     * @param directory its path, with a slash at the end
     */
    public boolean reaches(String directory) {
        return takes(directory) || paths.stream().anyMatch(path -> path.startsWith(directory));
    }
}
