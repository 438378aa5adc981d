package io.fluxj.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class GoldenFolderTest {
    @TempDir
    Path shipped;

    @TempDir
    Path given;

    @TempDir
    Path target;

    @Test
    void readsTheDocumentsThatHaveAnId() throws IOException {
        write(given, "scenarios/b.yaml", "id: b");
        write(given, "scenarios/a.yaml", "id: a");
        write(given, "scenarios/rules.yaml", "drop: []");
        write(given, "README.md", "id: c");

        assertThat(new GoldenFolder(given, shipped).documents())
                .containsExactly(
                        new Recording("a", given.resolve("scenarios/a.yaml"), Yaml.parse("id: a")),
                        new Recording("b", given.resolve("scenarios/b.yaml"), Yaml.parse("id: b")));
    }

    @Test
    void readsTheItemsOfAList() throws IOException {
        write(shipped, "cases.yaml", "cases: [{id: a}, {name: b}]");

        assertThat(new GoldenFolder(shipped, shipped).items("cases.yaml", "cases"))
                .extracting(Recording::id)
                .containsExactly("a", "b");
    }

    @Test
    void readsFolders() throws IOException {
        write(given, "cases/a/x", "");
        write(given, "cases/y", "");
        write(shipped, "b/x", "");

        assertThat(new GoldenFolder(given, shipped).folders("cases"))
                .extracting(Recording::source)
                .containsExactly(given.resolve("cases/a"));
        assertThat(new GoldenFolder(shipped, shipped).folders("cases"))
                .extracting(Recording::source)
                .containsExactly(shipped.resolve("b"));
    }

    @Test
    void fixturesBesideTheRecordingsComeBeforeTheShippedOnes() throws IOException {
        write(shipped, "fixtures/keys/a", "shipped");
        write(shipped, "fixtures/keys/b", "shipped");
        write(given, "fixtures/keys/b", "given");

        Path fixtures = new GoldenFolder(given, shipped).fixturesIn(target);

        assertThat(fixtures.resolve("keys/a")).hasContent("shipped");
        assertThat(fixtures.resolve("keys/b")).hasContent("given");
    }

    @Test
    void aFileThatIsNotGivenIsTheShippedOne() throws IOException {
        write(shipped, "lib.sh", "shipped");
        assertThat(new GoldenFolder(given, shipped).file("lib.sh")).hasContent("shipped");

        write(given, "lib.sh", "given");
        assertThat(new GoldenFolder(given, shipped).file("lib.sh")).hasContent("given");
    }

    private static void write(Path folder, String name, String content) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }
}
