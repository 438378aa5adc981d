package io.fluxj.runtime.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.fluxj.archive.Digest;
import io.fluxj.archive.DigestAlgorithm;
import io.fluxj.runtime.client.WriteFence;
import io.fluxj.runtime.client.WriteRefused;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileArtifactStoreTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final ArtifactFolder FOLDER = new ArtifactFolder("gitrepository", "ns", "app");
    private static final Retention TWO_WITHIN_A_MINUTE = new Retention(Duration.ofMinutes(1), 2);

    @TempDir
    Path base;

    private Path root;
    private FileArtifactStore store;

    @BeforeEach
    void open() throws IOException {
        root = Files.createDirectory(base.resolve("data")).toRealPath();
        store = FileArtifactStore.open(root, Clock.fixed(NOW, ZoneOffset.UTC), WriteFence.none());
    }

    @Test
    void keepsAFileWithItsLockAndModes() throws IOException {
        StoredFile stored = write("a.tar.gz", "content");
        assertThat(stored.path()).isEqualTo("gitrepository/ns/app/a.tar.gz");
        assertThat(root.resolve(stored.path())).hasContent("content");
        assertThat(mode("gitrepository")).isEqualTo("rwx------");
        assertThat(mode("gitrepository/ns/app")).isEqualTo("rwx------");
        assertThat(mode(stored.path())).isEqualTo("rw-------");
        assertThat(mode(stored.path() + ".lock")).isEqualTo("rw-r--r--");
        assertThat(store.exists(path("a.tar.gz"))).isTrue();
        assertThat(store.matches(path("a.tar.gz"), stored.digest())).isTrue();
        Files.writeString(root.resolve(stored.path()), "other");
        assertThat(store.matches(path("a.tar.gz"), stored.digest())).isFalse();
    }

    @Test
    void nothingChangesOnceTheLeaseIsLost() throws IOException {
        StoredFile stored = write("a.tar.gz", "old");
        FileArtifactStore frozen = FileArtifactStore.open(root, Clock.systemUTC(), () -> {
            throw new WriteRefused("the leader lease was lost");
        });

        assertThatExceptionOfType(WriteRefused.class)
                .isThrownBy(() -> frozen.write(
                        path("a.tar.gz"), file -> new StoredFile(file.path(), stored.digest(), stored.size())));
        assertThatExceptionOfType(WriteRefused.class).isThrownBy(() -> frozen.remove(path("a.tar.gz")));
        assertThatExceptionOfType(WriteRefused.class).isThrownBy(() -> frozen.removeAll(FOLDER));
        assertThatExceptionOfType(WriteRefused.class).isThrownBy(() -> frozen.link(path("latest"), path("a.tar.gz")));

        assertThat(root.resolve(stored.path())).hasContent("old");
    }

    @Test
    void leavesTheOldFileWhenWritingFails() throws IOException {
        write("a.tar.gz", "old");
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> store.write(path("a.tar.gz"), file -> {
                    file.out().write(new byte[100_000]);
                    throw new IOException("disk full");
                }))
                .withMessage("disk full");
        assertThat(root.resolve("gitrepository/ns/app/a.tar.gz")).hasContent("old");
        assertThat(names()).containsExactly("a.tar.gz", "a.tar.gz.lock");
    }

    @Test
    void removesWhatAKilledProcessLeftHalfWritten() throws IOException {
        write("a.tar.gz", "whole");
        Path half = Files.writeString(root.resolve("gitrepository/ns/app/.unfinished-123"), "hal");
        int removed = store.collectGarbage(FOLDER, Optional.of(path("a.tar.gz")), TWO_WITHIN_A_MINUTE);
        assertThat(removed).isZero();
        assertThat(half).doesNotExist();
        assertThat(names()).containsExactly("a.tar.gz", "a.tar.gz.lock");
    }

    @Test
    void removesTheOldestBeyondTheNumberToKeep() throws IOException {
        aged("a", 30);
        aged("b", 20);
        aged("c", 10);
        assertThat(store.collectGarbage(FOLDER, Optional.of(path("c")), TWO_WITHIN_A_MINUTE))
                .isEqualTo(1);
        assertThat(names()).containsExactly("b", "b.lock", "c", "c.lock");
    }

    @Test
    void removesWhatIsTooOldButNeverTheOneInUse() throws IOException {
        aged("a", 600);
        aged("b", 300);
        assertThat(store.collectGarbage(FOLDER, Optional.of(path("a")), TWO_WITHIN_A_MINUTE))
                .isEqualTo(1);
        assertThat(names()).containsExactly("a", "a.lock");
        assertThat(store.collectGarbage(FOLDER, Optional.of(path("a")), new Retention(Duration.ofSeconds(1), 0)))
                .isZero();
    }

    /** Artifacts of copied layers are called by their digest. */
    @Test
    void takesNamesWithAColon() throws IOException {
        write("sha256:0123.tar.gz", "layer");
        assertThat(StoredPath.recorded(FOLDER, "gitrepository/ns/app/sha256:0123.tar.gz"))
                .hasValue(path("sha256:0123.tar.gz"));
        assertThat(store.exists(path("sha256:0123.tar.gz"))).isTrue();
    }

    @Test
    void leadsALinkToTheNewestWhichIsNoArtifactItself() throws IOException {
        aged("a", 20);
        store.link(path("latest"), path("a"));
        assertThat(root.resolve("gitrepository/ns/app/latest")).isSymbolicLink().hasContent("a");

        aged("b", 10);
        store.link(path("latest"), path("b"));
        assertThat(root.resolve("gitrepository/ns/app/latest")).hasContent("b");
        assertThat(store.collectGarbage(FOLDER, Optional.of(path("b")), TWO_WITHIN_A_MINUTE))
                .isZero();
        assertThat(names()).containsExactly("a", "a.lock", "b", "b.lock", "latest");
        assertThat(store.exists(path("latest"))).isFalse();
    }

    @Test
    void removesAllOfAnObjectAndNothingElse() throws IOException {
        write("a.tar.gz", "a");
        Path outside = Files.writeString(base.resolve("outside"), "kept");
        Files.createSymbolicLink(root.resolve("gitrepository/ns/app/latest.tar.gz"), outside);
        Files.createSymbolicLink(root.resolve("gitrepository/ns/app/folder"), base);
        assertThat(store.removeAll(FOLDER)).isTrue();
        assertThat(root.resolve("gitrepository/ns/app")).doesNotExist();
        assertThat(outside).hasContent("kept");
        assertThat(store.removeAll(FOLDER)).isFalse();
    }

    /** Whoever may write an object's status must not reach another's artifact by it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "../outside",
                "/etc/passwd",
                "gitrepository/../../outside",
                "",
                ".",
                "gitrepository/ns/other/a.tar.gz",
                "gitrepository/ns/app/../other/a.tar.gz",
                "gitrepository/ns/app/sub/../a.tar.gz",
                "gitrepository/ns/app/sub/.hidden",
                "gitrepository/ns/app//a.tar.gz",
                "gitrepository/ns/app/",
                "gitrepository/ns/app/.unfinished-1",
                "gitrepository/ns/app/..",
                "gitrepository/ns/app/a.tar.gz.lock",
                "gitrepository/ns/application/a.tar.gz",
                "helmchart/ns/app/a.tar.gz"
            })
    void countsRecordedPathsOnlyInsideTheObjectsFolder(String path) {
        assertThat(StoredPath.recorded(FOLDER, path)).isEmpty();
    }

    @Test
    void readsBackThePathsThatItGives() throws IOException {
        StoredFile stored = write("6d0c.tar.gz", "a");
        assertThat(StoredPath.recorded(FOLDER, stored.path())).contains(path("6d0c.tar.gz"));
    }

    @Test
    void keepsFilesInFoldersAsTheyAreNamed() throws IOException {
        StoredFile stored = write("team/app-1.0.0.tgz", "a");
        store.link(path("team/app-1.0.0.tgz").beside("latest.tar.gz"), path("team/app-1.0.0.tgz"));
        assertThat(StoredPath.recorded(FOLDER, stored.path())).contains(path("team/app-1.0.0.tgz"));
        assertThat(Files.readString(root.resolve(FOLDER.path("team/latest.tar.gz"))))
                .isEqualTo("a");
        assertThat(store.collectGarbage(FOLDER, Optional.empty(), new Retention(Duration.ofDays(9999), 0)))
                .isEqualTo(1);
        assertThat(store.exists(path("team/app-1.0.0.tgz"))).isFalse();
    }

    /** A loss of power between any two of these steps leaves the whole old file or the whole new one. */
    @Test
    void settlesTheFileBeforeAndTheFolderAfterItGetsItsName() throws IOException {
        List<String> settled = new ArrayList<>();
        Path target = root.resolve("gitrepository/ns/app/a.tar.gz");
        store = FileArtifactStore.open(root, Clock.fixed(NOW, ZoneOffset.UTC), WriteFence.none(), path -> {
            Durability.DISK.settle(path);
            String name = root.relativize(path).toString().replaceFirst("unfinished-.*", "unfinished");
            settled.add(name + (Files.exists(target) ? " with " + Files.readString(target) : ""));
        });
        write("a.tar.gz", "old");
        write("a.tar.gz", "new");
        assertThat(settled)
                .containsExactly(
                        "",
                        "gitrepository",
                        "gitrepository/ns",
                        "gitrepository/ns/app/.unfinished",
                        "gitrepository/ns/app with old",
                        "gitrepository/ns/app/.unfinished with old",
                        "gitrepository/ns/app with new");
    }

    @Test
    void doesNotTakeALinkForAnArtifact() throws IOException {
        write("a.tar.gz", "a");
        Files.createSymbolicLink(root.resolve("gitrepository/ns/app/link"), Path.of("/etc/hostname"));
        assertThat(store.exists(path("link"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"..", "a/b", "", ".hidden", "UPPER"})
    void acceptsOnlyNamesOfObjects(String name) {
        assertThatIllegalArgumentException().isThrownBy(() -> new ArtifactFolder("gitrepository", "ns", name));
    }

    @Test
    void wantsItsFolderToBeThere() {
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> FileArtifactStore.open(base.resolve("missing"), Clock.systemUTC(), WriteFence.none()))
                .withMessageContaining("--storage-path");
    }

    private static StoredPath path(String name) {
        return new StoredPath(FOLDER, name);
    }

    private StoredFile write(String name, String content) throws IOException {
        return store.write(path(name), file -> {
            byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
            file.out().write(bytes);
            return new StoredFile(file.path(), Digest.of(DigestAlgorithm.SHA256, bytes), bytes.length);
        });
    }

    private void aged(String name, int seconds) throws IOException {
        write(name, name);
        Files.setLastModifiedTime(
                root.resolve("gitrepository/ns/app").resolve(name), FileTime.from(NOW.minusSeconds(seconds)));
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(root.resolve("gitrepository/ns/app"))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private String mode(String path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(root.resolve(path)));
    }
}
