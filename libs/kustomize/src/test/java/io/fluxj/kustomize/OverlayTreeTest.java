package io.fluxj.kustomize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OverlayTreeTest {

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void showsLaidFilesBesideThoseBeneath(@TempDir Path temp) throws IOException {
        Files.createDirectories(temp.resolve("app"));
        Files.writeString(temp.resolve("app/kustomization.yaml"), "old");
        Files.writeString(temp.resolve("app/a.yaml"), "a");
        FileTree tree = new OverlayTree(
                DirectoryTree.of(temp), Map.of("app/kustomization.yaml", bytes("new"), "made/deep/x", bytes("x")));

        assertThat(Trees.read(tree, "app/kustomization.yaml")).isEqualTo("new");
        assertThat(Trees.read(tree, "app/a.yaml")).isEqualTo("a");
        assertThat(tree.list("app")).containsExactly("a.yaml", "kustomization.yaml");
        assertThat(tree.list("")).containsExactly("app", "made");
        assertThat(tree.isDirectory("made/deep")).isTrue();
        assertThat(tree.resolve("app/../made/deep/x")).isEqualTo("made/deep/x");
        assertThat(Files.readString(temp.resolve("app/kustomization.yaml"))).isEqualTo("old");
    }

    @Test
    void findsLaidFilesThroughLinksOfTheTreeBeneath(@TempDir Path temp) throws IOException {
        Files.createDirectories(temp.resolve("real"));
        Files.createSymbolicLink(temp.resolve("link"), Path.of("real"));
        FileTree tree = new OverlayTree(DirectoryTree.of(temp), Map.of("real/x", bytes("laid")));

        assertThat(Trees.read(tree, "link/x")).isEqualTo("laid");
    }

    @Test
    void takesNoPathThatLeadsOut(@TempDir Path temp) {
        assertThatThrownBy(() -> new OverlayTree(DirectoryTree.of(temp), Map.of("../x", bytes(""))))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
