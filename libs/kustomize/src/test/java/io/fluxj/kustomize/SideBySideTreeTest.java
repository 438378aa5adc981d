package io.fluxj.kustomize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SideBySideTreeTest {

    @TempDir
    private Path temp;

    private FileTree tree;

    @BeforeEach
    void layThemSideBySide() throws IOException {
        Files.createDirectories(temp.resolve("one/app"));
        Files.writeString(temp.resolve("one/app/a.yaml"), "a");
        Files.createDirectories(temp.resolve("two"));
        Files.writeString(temp.resolve("two/b.yaml"), "b");
        Files.createSymbolicLink(temp.resolve("one/inside"), Path.of("app"));
        Files.createSymbolicLink(temp.resolve("one/across"), Path.of("../two"));
        tree = new SideBySideTree(new TreeMap<>(
                Map.of("x", DirectoryTree.of(temp.resolve("one")), "y", DirectoryTree.of(temp.resolve("two")))));
    }

    @Test
    void isADirectoryOfTheirNames() throws IOException {
        assertThat(tree.list("")).containsExactly("x", "y");
        assertThat(tree.list("./y")).containsExactly("b.yaml");
        assertThat(tree.isDirectory(".")).isTrue();
        assertThat(tree.isDirectory("x")).isTrue();
        assertThat(tree.isFile("x")).isFalse();
        assertThat(tree.isDirectory("z")).isFalse();
        assertThat(tree.resolve(".")).isEmpty();
        assertThat(tree.resolve("x/")).isEqualTo("x");
    }

    @Test
    void leadsFromOneToAnotherThroughTheRoot() throws IOException {
        assertThat(Trees.read(tree, "x/app/../../y/b.yaml")).isEqualTo("b");
        assertThat(tree.resolve("x/app/../../y/b.yaml")).isEqualTo("y/b.yaml");
        assertThat(tree.resolve("x/inside/a.yaml")).isEqualTo("x/app/a.yaml");
    }

    @Test
    void letsNobodyOut() {
        assertThatThrownBy(() -> tree.resolve("x/../../x")).isInstanceOf(PathOutsideTreeException.class);
        assertThatThrownBy(() -> tree.resolve("/x/app")).isInstanceOf(PathOutsideTreeException.class);
        assertThatThrownBy(() -> tree.resolve("..")).isInstanceOf(PathOutsideTreeException.class);
        assertThatThrownBy(() -> tree.readBytes("x/across/b.yaml", 100))
                .as("a link to a neighbour")
                .isInstanceOf(PathOutsideTreeException.class);
        assertThatThrownBy(() -> tree.resolve("z/a.yaml")).isInstanceOf(NoSuchFileException.class);
        assertThatThrownBy(() -> tree.resolve("x/\0")).isInstanceOf(NoSuchFileException.class);
        assertThat(tree.isFile("x/across/b.yaml")).isFalse();
    }
}
