package io.fluxj.archive;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The cases recorded from Flux: which files an archive holds, and the digest of its tar, byte for byte. */
final class SourceIgnoreTest {
    @TempDir
    Path root;

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void archivesWhatFluxArchives(String name, JsonNode tree, JsonNode recorded) throws IOException {
        tree.forEach(file -> write(file.asText(), file.asText() + "\n"));
        recorded.path("files")
                .properties()
                .forEach(file -> write(file.getKey(), file.getValue().asText()));
        IgnoreRules rules = recorded.has("ignore")
                ? IgnoreRules.ofFolder(root, recorded.get("ignore").asText())
                : IgnoreRules.ofFolder(root);

        List<String> entries = texts(recorded.get("entries"));
        boolean holdsGitFolder = entries.contains(".git/");
        if (holdsGitFolder) {
            entries.stream()
                    .filter(e -> e.startsWith(".git/") && !e.endsWith("/"))
                    .forEach(e -> write(e, ""));
            for (String folder : entries) {
                Files.createDirectories(root.resolve(folder.endsWith("/") ? folder : "."));
            }
        }

        byte[] tar = tar(rules);

        assertThat(names(tar)).isEqualTo(entries);
        if (holdsGitFolder) {
            // The content of these files is of the recorded clone alone.
            return;
        }
        assertThat(Digest.of(DigestAlgorithm.SHA256, tar).hex())
                .isEqualTo(recorded.get("tarSha256").asText());
    }

    static Stream<Arguments> cases() throws IOException {
        try (InputStream yaml = SourceIgnoreTest.class.getResourceAsStream("/golden/sourceignore-cases.yaml")) {
            JsonNode golden = new YAMLMapper().readTree(Objects.requireNonNull(yaml));
            List<Arguments> cases = new ArrayList<>();
            golden.get("cases")
                    .forEach(c -> cases.add(Arguments.of(c.get("name").asText(), golden.get("tree"), c)));
            assertThat(cases).hasSize(79);
            return cases.stream();
        }
    }

    private byte[] tar(IgnoreRules rules) throws IOException {
        ByteArrayOutputStream tar = new ByteArrayOutputStream();
        try (TarWriter writer = TarWriter.plain(tar)) {
            Archiver.write(root, rules, writer);
        }
        return tar.toByteArray();
    }

    private static List<String> names(byte[] bytes) throws IOException {
        List<String> names = new ArrayList<>();
        try (TarArchiveInputStream tar = new TarArchiveInputStream(new ByteArrayInputStream(bytes), "UTF-8")) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                names.add(entry.getName());
            }
        }
        return names;
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(element -> texts.add(element.asText()));
        return texts;
    }

    private void write(String name, String content) {
        try {
            Path file = root.resolve(name);
            Files.createDirectories(Objects.requireNonNull(file.getParent()));
            Files.writeString(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
