package io.fluxj.archive;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/** Removes folders with all that they hold. Links are removed, never followed. */
public final class FolderRemoval {
    private FolderRemoval() {}

    /**
     * Removes an existing folder. What is gone already when it is its turn is as good as removed.
     *
     * @throws IOException when something cannot be removed; the rest may be gone then
     */
    public static void remove(Path folder) throws IOException {
        Files.walkFileTree(folder, new Removing(folder, true));
    }

    /** As {@link #remove}, but the folder itself stays. */
    public static void empty(Path folder) throws IOException {
        Files.walkFileTree(folder, new Removing(folder, false));
    }

    private static final class Removing extends SimpleFileVisitor<Path> {
        private final Path top;
        private final boolean withTop;

        Removing(Path top, boolean withTop) {
            this.top = top;
            this.withTop = withTop;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path left, @Nullable IOException failed) throws IOException {
            if (failed != null) {
                throw failed;
            }
            if (withTop || !left.equals(top)) {
                Files.deleteIfExists(left);
            }
            return FileVisitResult.CONTINUE;
        }
    }
}
