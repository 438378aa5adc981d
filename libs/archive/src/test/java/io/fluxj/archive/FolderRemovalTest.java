package io.fluxj.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderRemovalTest {
    @TempDir
    Path outside;

    private Path filled() throws IOException {
        Path folder = Files.createDirectories(outside.resolve("folder"));
        Files.createDirectories(folder.resolve("a/b"));
        Files.writeString(folder.resolve("a/b/file"), "x");
        Files.writeString(outside.resolve("kept"), "x");
        Files.createSymbolicLink(folder.resolve("link"), outside);
        Files.createSymbolicLink(folder.resolve("dangling"), outside.resolve("nowhere"));
        return folder;
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void removesAllOfItAndFollowsNoLink() throws IOException {
        FolderRemoval.remove(filled());

        assertThat(names(outside)).containsExactly("kept");
    }

    @Test
    void emptiesItAndLeavesItStanding() throws IOException {
        Path folder = filled();

        FolderRemoval.empty(folder);

        assertThat(names(folder)).isEmpty();
        assertThat(names(outside)).containsExactly("folder", "kept");
    }

    @Test
    void saysThatThereIsNone() {
        assertThatThrownBy(() -> FolderRemoval.remove(outside.resolve("none"))).isInstanceOf(NoSuchFileException.class);
    }
}
