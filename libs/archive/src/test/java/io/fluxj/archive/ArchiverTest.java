package io.fluxj.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ArchiverTest {
    @TempDir
    Path root;

    @TempDir
    Path outside;

    private final ByteArrayOutputStream target = new ByteArrayOutputStream();

    @Test
    void saysWhatItWrote() throws IOException {
        Files.writeString(root.resolve("a.txt"), "a");

        Archiver.Archived archived = archive();

        assertThat(archived)
                .isEqualTo(new Archiver.Archived(
                        Digest.of(DigestAlgorithm.SHA256, target.toByteArray()), target.size(), 2));
    }

    @Test
    void startsWithTheGzipHeaderOfGo() throws IOException {
        archive();

        assertThat(Arrays.copyOf(target.toByteArray(), 10)).containsExactly(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff);
    }

    @Test
    void givesEqualBytesForEqualTreesWhateverTimesAndModesTheyHave() throws IOException {
        Path file = Files.writeString(root.resolve("a.txt"), "a");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        Digest before = archive().digest();
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        Files.setLastModifiedTime(file, FileTime.fromMillis(0));

        assertThat(archive().digest()).isEqualTo(before);
    }

    @Test
    void keepsWhetherAFileIsExecutableByAnyone() throws IOException {
        Path file = Files.writeString(root.resolve("run"), "a");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw----r-x"));
        Files.createDirectory(root.resolve("folder"));
        Files.writeString(root.resolve("plain"), "a");

        archive();

        assertThat(listed()).containsExactly("750 ./", "750 folder/", "600 plain", "700 run");
    }

    @Test
    void takesMembersByTheBytesOfTheirNamesFolderByFolder() throws IOException {
        for (String name : List.of("a/z", "a.txt", "a-b", "B", "\uFF5E", "\uD83D\uDE00")) {
            Path file = root.resolve(name);
            Files.createDirectories(Objects.requireNonNull(file.getParent()));
            Files.writeString(file, "");
        }

        archive();

        assertThat(listed())
                .containsExactly(
                        "750 ./",
                        "600 B",
                        "750 a/",
                        "600 a/z",
                        "600 a-b",
                        "600 a.txt",
                        "600 \uFF5E",
                        "600 \uD83D\uDE00");
    }

    @Test
    void leavesOutLinksAndDoesNotFollowThem() throws IOException {
        Files.writeString(outside.resolve("secret"), "s");
        Files.createSymbolicLink(root.resolve("file-link"), outside.resolve("secret"));
        Files.createSymbolicLink(root.resolve("folder-link"), outside);

        archive();

        assertThat(listed()).containsExactly("750 ./");
    }

    @Test
    void readsNoIgnoreFileThatIsALinkToTheOutside() throws IOException {
        Files.writeString(outside.resolve("rules"), "*.txt\n");
        Files.createSymbolicLink(root.resolve(".sourceignore"), outside.resolve("rules"));
        Files.writeString(root.resolve("a.txt"), "a");

        archive();

        assertThat(listed()).containsExactly("750 ./", "600 a.txt");
    }

    @Test
    void refusesAnIgnoreFileThatIsTooLarge() throws IOException {
        Files.write(root.resolve(".sourceignore"), new byte[(1 << 20) + 1]);

        assertThatThrownBy(this::archive)
                .isInstanceOf(IOException.class)
                .hasMessage(".sourceignore has more than 1048576 bytes");
    }

    @Test
    void walksFoldersOfAnyDepth() throws IOException {
        Path folder = root;
        for (int i = 0; i < 300; i++) {
            folder = Files.createDirectory(folder.resolve("d"));
        }

        assertThat(archive().entries()).isEqualTo(301);
    }

    @Test
    void refusesAFileThatGrowsMeanwhile() {
        assertThatThrownBy(() -> {
                    try (TarWriter tar = TarWriter.gzipped(target)) {
                        tar.file("a", false, 1, new ByteArrayInputStream(new byte[2]));
                    }
                })
                .isInstanceOf(IOException.class)
                .hasMessage("a changed while it was archived: 1 bytes expected, 2 read");
    }

    private Archiver.Archived archive() throws IOException {
        target.reset();
        return Archiver.archive(root, IgnoreRules.ofFolder(root), DigestAlgorithm.SHA256, target);
    }

    private List<String> listed() throws IOException {
        List<String> entries = new ArrayList<>();
        var gzip = new GZIPInputStream(new ByteArrayInputStream(target.toByteArray()));
        try (TarArchiveInputStream tar = new TarArchiveInputStream(gzip, "UTF-8")) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                entries.add(Integer.toOctalString(entry.getMode()) + " " + entry.getName());
            }
        }
        return entries;
    }
}
