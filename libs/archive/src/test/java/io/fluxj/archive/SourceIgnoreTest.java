package io.fluxj.archive;

import com.fasterxml.jackson.databind.JsonNode;
import io.fluxj.golden.Diff;
import io.fluxj.golden.GoldenFolder;
import io.fluxj.golden.GoldenTests;
import io.fluxj.golden.Verdict;
import io.fluxj.golden.Yaml;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The cases recorded from Flux: which files an archive holds, and the digest of its tar, byte for byte. */
final class SourceIgnoreTest {
    private static final Path SHIPPED = Path.of("src/test/resources/golden");
    private static final String FILE = "sourceignore-cases.yaml";

    @TempDir
    Path work;

    @TestFactory
    Stream<DynamicNode> archivesWhatFluxArchives() {
        GoldenFolder golden = GoldenFolder.of(SHIPPED);
        JsonNode tree = Yaml.read(golden.file(FILE)).get("tree");
        return GoldenTests.of(golden.items(FILE, "cases"), recording -> verdict(tree, recording.document()));
    }

    private Verdict verdict(JsonNode tree, JsonNode recorded) throws IOException {
        Path root = Files.createTempDirectory(work, "case");
        tree.forEach(file -> write(root, file.asText(), file.asText() + "\n"));
        recorded.path("files")
                .properties()
                .forEach(file -> write(root, file.getKey(), file.getValue().asText()));
        IgnoreRules rules = recorded.has("ignore")
                ? IgnoreRules.ofFolder(root, recorded.get("ignore").asText())
                : IgnoreRules.ofFolder(root);
        List<String> entries = texts(recorded.get("entries"));
        boolean holdsGitFolder = entries.contains(".git/");
        if (holdsGitFolder) {
            makeGitFolder(root, entries);
        }
        byte[] tar = tar(root, rules);
        // The content of files in a Git folder is of the recorded clone alone.
        String digest = holdsGitFolder
                ? recorded.get("tarSha256").asText()
                : Digest.of(DigestAlgorithm.SHA256, tar).hex();
        return Verdict.of(Diff.between(shown(entries, recorded.get("tarSha256").asText()), shown(names(tar), digest)));
    }

    private static String shown(List<String> entries, String digest) {
        return String.join("\n", entries) + "\n" + digest + "\n";
    }

    private static void makeGitFolder(Path root, List<String> entries) throws IOException {
        entries.stream()
                .filter(entry -> entry.startsWith(".git/") && !entry.endsWith("/"))
                .forEach(entry -> write(root, entry, ""));
        for (String folder : entries) {
            Files.createDirectories(root.resolve(folder.endsWith("/") ? folder : "."));
        }
    }

    private static byte[] tar(Path root, IgnoreRules rules) throws IOException {
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

    private static void write(Path root, String name, String content) {
        try {
            Path file = root.resolve(name);
            Files.createDirectories(Objects.requireNonNull(file.getParent()));
            Files.writeString(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
