package io.fluxj.kustomize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirectoryTreeTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path temp;

    @SuppressWarnings("NullAway.Init")
    private FileTree tree;

    @BeforeEach
    void makeTree() throws IOException {
        Files.writeString(temp.resolve("secret.txt"), "outside");
        Path root = Files.createDirectories(temp.resolve("root/sub"));
        Files.writeString(root.resolve("file.txt"), "inside");
        Files.createSymbolicLink(temp.resolve("root/out"), temp.resolve("secret.txt"));
        Files.createSymbolicLink(temp.resolve("root/up"), temp);
        Files.createSymbolicLink(temp.resolve("root/in"), Path.of("sub"));
        tree = DirectoryTree.of(temp.resolve("root"));
    }

    @Test
    void readsFilesThroughLinksThatStayInside() throws IOException {
        assertThat(Trees.read(tree, "in/file.txt")).isEqualTo("inside");
        assertThat(tree.resolve("in/../in/file.txt")).isEqualTo("sub/file.txt");
        assertThat(tree.list("in")).containsExactly("file.txt");
    }

    @Test
    void refusesParentDirectories() {
        assertThatThrownBy(() -> tree.readBytes("../secret.txt", 100)).isInstanceOf(PathOutsideTreeException.class);
        assertThatThrownBy(() -> tree.readBytes("sub/../../secret.txt", 100))
                .isInstanceOf(PathOutsideTreeException.class);
        assertThat(tree.isFile("../secret.txt")).isFalse();
        assertThat(tree.isDirectory("..")).isFalse();
    }

    @Test
    void refusesAbsolutePaths() {
        String absolute = temp.resolve("secret.txt").toString();
        assertThatThrownBy(() -> tree.readBytes(absolute, 100)).isInstanceOf(PathOutsideTreeException.class);
        assertThat(tree.isFile(absolute)).isFalse();
    }

    @Test
    void refusesLinksThatLeadOut() {
        assertThatThrownBy(() -> tree.readBytes("out", 100)).isInstanceOf(PathOutsideTreeException.class);
        assertThatThrownBy(() -> tree.readBytes("up/secret.txt", 100)).isInstanceOf(PathOutsideTreeException.class);
        assertThatThrownBy(() -> tree.list("up")).isInstanceOf(PathOutsideTreeException.class);
        assertThat(tree.isFile("out")).isFalse();
    }

    @Test
    void refusesFilesThatAreTooLong() {
        assertThatThrownBy(() -> tree.readBytes("sub/file.txt", 5)).isInstanceOf(FileTooLargeException.class);
    }

    @Test
    void saysThatAFileIsMissing() {
        assertThatThrownBy(() -> tree.readBytes("nope", 5)).isInstanceOf(NoSuchFileException.class);
        assertThatThrownBy(() -> tree.readBytes("a\0b", 5)).isInstanceOf(IOException.class);
    }
}
