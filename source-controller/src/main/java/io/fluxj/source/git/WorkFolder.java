package io.fluxj.source.git;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/** A folder for one pass, which goes with it. */
record WorkFolder(Path path) implements AutoCloseable {
    static WorkFolder create(Path parent) throws IOException {
        return new WorkFolder(Files.createTempDirectory(parent, "gitrepository-"));
    }

    @Override
    public void close() {
        try {
            remove(path);
        } catch (IOException left) {
            // the folder's parent is emptied at the next start
        }
    }

    /** Removes a folder with all that it holds; links are removed, not followed. */
    static void remove(Path folder) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure)
                    throws IOException {
                Files.delete(directory);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
