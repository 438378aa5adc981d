package io.fluxj.kustomize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Input made to break a build ends it with an explanation, in bounded time and space. */
@Timeout(60)
class HostileInputTest {

    private static void refused(ThrowingCallable build, String why) {
        assertThatThrownBy(build).isInstanceOf(BuildException.class).hasMessageContaining(why);
    }

    private static FileTree resource(String text) {
        return Trees.of("kustomization.yaml", "resources: [a.yaml]", "a.yaml", text);
    }

    @Test
    void stopsAliasBombs() {
        StringBuilder bomb =
                new StringBuilder("apiVersion: v1\nkind: ConfigMap\nmetadata: {name: x}\na0: &a0 [x, x]\n");
        for (int i = 1; i < 40; i++) {
            bomb.append("a%d: &a%d [*a%d, *a%d, *a%d]%n".formatted(i, i, i - 1, i - 1, i - 1));
        }
        refused(() -> Trees.build(resource(bomb.toString())), "aliases expand to more than");
    }

    @Test
    void stopsAliasBombsInTheKustomizationFile() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x]\n");
        for (int i = 1; i < 40; i++) {
            bomb.append("a%d: &a%d [*a%d, *a%d, *a%d]%n".formatted(i, i, i - 1, i - 1, i - 1));
        }
        refused(() -> Trees.build(Trees.of("kustomization.yaml", bomb.toString())), "aliases expand to more than");
    }

    @Test
    void stopsAnchorsThatContainThemselves() {
        refused(
                () -> Trees.build(resource("apiVersion: v1\nkind: X\nmetadata: &m {name: x, more: *m}\n")),
                "anchor contains an alias of itself");
    }

    @Test
    void refusesAnEscapeThatTheEndCutsOff() {
        refused(() -> Trees.build(resource("apiVersion: v1\nd: \"\\u")), "malformed YAML");
        refused(() -> Trees.build(resource("apiVersion: v1\n# \u2028\nd: \"\\u")), "malformed YAML");
    }

    @Test
    void stopsDeepNesting() {
        String deep = "[".repeat(100_000) + "]".repeat(100_000);
        refused(() -> Trees.build(resource("apiVersion: v1\nkind: X\nmetadata: {name: x}\nd: " + deep)), "nested");
    }

    @Test
    void namesCyclesOfBases() {
        FileTree tree = Trees.of(
                "kustomization.yaml", "resources: [a]",
                "a/kustomization.yaml", "resources: [../b]",
                "b/kustomization.yaml", "resources: [../a]");
        refused(() -> Trees.build(tree), "cycle: a -> b -> a");
    }

    @Test
    void stopsChainsOfTenThousandOverlays() {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("kustomization.yaml", "resources: [o1]");
        for (int i = 1; i < 10_000; i++) {
            files.put("o" + i + "/kustomization.yaml", "resources: [../o" + (i + 1) + "]");
        }
        refused(() -> Trees.build(Trees.of(files)), "overlays deep");
    }

    @Test
    void stopsWhenTooManyBasesAreListed() {
        Map<String, String> files = new LinkedHashMap<>();
        StringBuilder list = new StringBuilder("resources:\n");
        for (int i = 0; i < 60; i++) {
            list.append("- o").append(i).append('\n');
            files.put("o" + i + "/kustomization.yaml", "namespace: x");
        }
        files.put("kustomization.yaml", list.toString());
        Limits limits = new Limits(1 << 20, 1 << 20, 100, 1000, 50, 50);
        refused(
                () -> Kustomize.build(Trees.of(files), "", BuildOptions.flux().withLimits(limits)),
                "more than 50 kustomizations");
    }

    @Test
    void doesNotReadScalarsOfAHundredMegabytes(@TempDir Path temp) throws IOException {
        Files.writeString(temp.resolve("kustomization.yaml"), "resources: [a.yaml]");
        try (RandomAccessFile file = new RandomAccessFile(temp.resolve("a.yaml").toFile(), "rw")) {
            file.setLength(100L << 20);
        }
        FileTree tree = DirectoryTree.of(temp);
        refused(() -> Trees.build(tree), "too large");
    }

    @Test
    void stopsWhenFilesTogetherAreTooLarge() {
        FileTree tree = Trees.of(
                "kustomization.yaml",
                "resources: [a.yaml, b.yaml]",
                "a.yaml",
                Trees.configMap("a", "x".repeat(600)),
                "b.yaml",
                Trees.configMap("b", "x".repeat(600)));
        Limits limits = new Limits(1000, 1000, 100, 1000, 50, 50);
        refused(() -> Kustomize.build(tree, "", BuildOptions.flux().withLimits(limits)), "'b.yaml' is too large");
    }

    @Test
    void runsPatternsInLinearTime() {
        FileTree tree = Trees.of("kustomization.yaml", """
                resources: [a.yaml]
                patches:
                - target: {name: "(a+)+b"}
                  patch: '[{"op": "add", "path": "/data/x", "value": "y"}]'
                replacements:
                - sourceValue: v
                  targets:
                  - select: {name: "(x|a|aa)+$", kind: ConfigMap}
                    fieldPaths: [data.a]
                """, "a.yaml", Trees.configMap("a".repeat(5000), "x"));
        assertThat(Trees.build(tree).toYaml()).contains("a: v");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "patches: [{target: {name: \"(x{40}){26}\"}, patch: '[{\"op\": \"remove\", \"path\": \"/l\"}]'}]",
                "images: [{name: \"(x{40}){26}\", newTag: \"1\"}]",
                "replacements: [{sourceValue: v, targets: [{select: {kind: \"(x{40}){26}\"}}]}]",
                "replacements: [{sourceValue: v, targets: [{select: {kind: A}, reject: [{name: \"(x{40}){26}\"}]}]}]",
                "replacements: [{sourceValue: v, targets: [{select: {name: a}, fieldPaths: [\"l.[n=(x{40}){26}].b\"]}]}]"
            })
    void refusesRepeatsOfRepeatsBeforeTheyAreCompiled(String field) {
        FileTree tree = Trees.of(
                "kustomization.yaml",
                "resources: [a.yaml]\n" + field,
                "a.yaml",
                "apiVersion: v1\nkind: X\nmetadata: {name: a}\nl: [{n: x}]\nspec: {containers: [{image: x}]}\n");
        refused(() -> Trees.build(tree), "invalid repeat count");
    }

    @Test
    void refusesWhatIsNotUtf8(@TempDir Path temp) throws IOException {
        Files.writeString(temp.resolve("kustomization.yaml"), "resources: [a.yaml]");
        Files.write(temp.resolve("a.yaml"), "apiVersion: v1 # \u00e4".getBytes(StandardCharsets.ISO_8859_1));
        FileTree tree = DirectoryTree.of(temp);
        refused(() -> Trees.build(tree), "not UTF-8");
    }

    @Test
    void doesNotFollowALinkThatIsSwappedAfterTheCheck(@TempDir Path temp) throws Exception {
        Path root = Files.createDirectories(temp.resolve("root"));
        Path inside = Files.writeString(root.resolve("in.yaml"), Trees.configMap("in", "x"));
        Path outside = Files.writeString(temp.resolve("out.yaml"), Trees.configMap("out", "secret"));
        Path link = root.resolve("link.yaml");
        Files.createSymbolicLink(link, inside);
        Files.writeString(root.resolve("kustomization.yaml"), "resources: [link.yaml]");
        FileTree tree = DirectoryTree.of(root);
        Thread swapper = Thread.startVirtualThread(() -> swapUntilInterrupted(link, inside, outside));
        try {
            for (int i = 0; i < 300; i++) {
                assertThat(outcome(tree)).doesNotContain("secret");
            }
        } finally {
            swapper.interrupt();
            swapper.join();
        }
    }

    private static String outcome(FileTree tree) {
        try {
            return Trees.build(tree).toYaml();
        } catch (BuildException e) {
            return e.getMessage();
        }
    }

    private static void swapUntilInterrupted(Path link, Path inside, Path outside) {
        boolean in = false;
        while (!Thread.currentThread().isInterrupted()) {
            try {
                Path fresh = link.resolveSibling("fresh");
                Files.deleteIfExists(fresh);
                Files.createSymbolicLink(fresh, in ? inside : outside);
                Files.move(fresh, link, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
                in = !in;
            } catch (IOException e) {
                Thread.onSpinWait();
            }
        }
    }

    @Test
    void refusesFilesOutsideTheTreeWithoutNamingWhatIsThere(@TempDir Path temp) throws IOException {
        Files.writeString(temp.resolve("passwd.yaml"), "root: x");
        Path root = Files.createDirectories(temp.resolve("root"));
        Files.writeString(
                root.resolve("kustomization.yaml"), "configMapGenerator: [{name: c, files: [../passwd.yaml]}]");
        FileTree tree = DirectoryTree.of(root);
        refused(() -> Trees.build(tree), "leads outside the root of the source");
    }
}
