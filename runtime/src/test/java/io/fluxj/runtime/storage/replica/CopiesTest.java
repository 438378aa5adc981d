package io.fluxj.runtime.storage.replica;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.fluxj.archive.Digest;
import io.fluxj.archive.DigestAlgorithm;
import io.fluxj.runtime.client.WriteFence;
import io.fluxj.runtime.storage.ArtifactFolder;
import io.fluxj.runtime.storage.FileArtifactStore;
import io.fluxj.runtime.storage.RecordedFile;
import io.fluxj.runtime.storage.Retention;
import io.fluxj.runtime.storage.StoredPath;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a replica takes from the leader. */
class CopiesTest {
    private static final ArtifactFolder FOLDER = new ArtifactFolder("gitrepository", "apps", "web");

    @TempDir
    Path root;

    private final AtomicInteger asked = new AtomicInteger();
    private FileArtifactStore store;
    private String sent = "content";

    @BeforeEach
    void open() throws IOException {
        store = FileArtifactStore.open(root, Clock.systemUTC(), WriteFence.none());
    }

    private Copies copies() {
        return new Copies(store, List.of(this::send), new Retention(Duration.ofHours(1), 2));
    }

    private InputStream send(StoredPath path) {
        asked.incrementAndGet();
        return new ByteArrayInputStream(sent.getBytes(StandardCharsets.UTF_8));
    }

    private static RecordedFile wanted(String file, String content) {
        return new RecordedFile(
                new StoredPath(FOLDER, file), Digest.of(DigestAlgorithm.SHA256, content), content.length());
    }

    private Path file(String name) {
        return root.resolve(FOLDER.path(name));
    }

    @Test
    void keepsWhatTheStatusNames() throws Exception {
        copies().fetch(wanted("a.tar.gz", "content"));

        assertThat(file("a.tar.gz")).hasContent("content");
    }

    @Test
    void asksForAFileOnce() throws Exception {
        Copies copies = copies();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Object>> ten = java.util.Collections.nCopies(10, () -> {
                copies.fetch(wanted("a.tar.gz", "content"));
                return "";
            });
            for (Future<Object> done : threads.invokeAll(ten)) {
                done.get();
            }
        }

        assertThat(asked.get()).isEqualTo(1);
    }

    @Test
    void takesNothingElse() {
        sent = "conTent";

        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> copies().fetch(wanted("a.tar.gz", "content")))
                .withMessageContaining("does not have the digest sha256:");
        assertThat(file("a.tar.gz")).doesNotExist();
    }

    @Test
    void takesNothingLonger() {
        sent = "content and more";

        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> copies().fetch(wanted("a.tar.gz", "content")))
                .withMessage("what comes is longer than 7 bytes");
        assertThat(file("a.tar.gz")).doesNotExist();
    }

    @Test
    void keepsAsManyOldFilesAsTheLeaderDoes() throws Exception {
        Copies copies = copies();
        for (int i = 0; i < 5; i++) {
            sent = "content" + i;
            copies.fetch(wanted(i + ".tar.gz", sent));
        }

        try (var files = Files.list(root.resolve(FOLDER.path()))) {
            assertThat(files.filter(path -> path.toString().endsWith(".gz"))).hasSize(2);
        }
        assertThat(file("4.tar.gz")).exists();
    }

    @Test
    void removesOnlyWhatItCopied() throws Exception {
        Files.createDirectories(root.resolve(FOLDER.path()));
        Files.writeString(file("a.tar.gz"), "content");
        Copies copies = copies();
        copies.fetch(wanted("a.tar.gz", "content"));

        copies.forget(FOLDER);
        assertThat(file("a.tar.gz")).exists();

        sent = "newer";
        copies.fetch(wanted("b.tar.gz", "newer"));
        copies.forget(FOLDER);
        assertThat(root.resolve(FOLDER.path())).doesNotExist();
    }

    @Test
    void asksTheNextWhenOneHasNothingOrSomethingElse() throws Exception {
        Upstream other = path -> new ByteArrayInputStream("another".getBytes(StandardCharsets.UTF_8));
        Upstream none = path -> {
            throw new IOException("nothing");
        };
        Retention retention = new Retention(Duration.ofHours(1), 2);

        new Copies(store, List.of(none, other, this::send), retention).fetch(wanted("a.tar.gz", "content"));

        assertThat(file("a.tar.gz")).hasContent("content");
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(
                        () -> new Copies(store, List.of(none, other), retention).fetch(wanted("b.tar.gz", "content")))
                .withMessage("nothing");
        assertThat(file("b.tar.gz")).doesNotExist();
    }
}
