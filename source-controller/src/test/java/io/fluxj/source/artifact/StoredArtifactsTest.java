package io.fluxj.source.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.fluxj.api.meta.Artifact;
import io.fluxj.api.source.v1.GitRepository;
import io.fluxj.archive.DigestAlgorithm;
import io.fluxj.runtime.client.WriteFence;
import io.fluxj.runtime.storage.ArtifactFolder;
import io.fluxj.runtime.storage.FileArtifactStore;
import io.fluxj.runtime.storage.StoredFile;
import io.fluxj.runtime.storage.StoredPath;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoredArtifactsTest {
    @TempDir
    Path work;

    private final GitRepository owner = new GitRepository();
    private FileArtifactStore store;
    private Artifact artifact;
    private Path out;

    @BeforeEach
    void keepAnArtifact() throws Exception {
        owner.getMetadata().setNamespace("team");
        owner.getMetadata().setName("shared");
        store = FileArtifactStore.open(
                Files.createDirectories(work.resolve("store")), Clock.systemUTC(), WriteFence.none());
        Path files = Files.createDirectories(work.resolve("files"));
        Files.writeString(files.resolve("a.yaml"), "a: 1\n");
        ArtifactContent content = ArtifactContent.packed(files, null);
        StoredFile stored = store.write(
                new StoredPath(ArtifactFolder.of(owner), "one.tar.gz"),
                file -> content.writeTo(file, DigestAlgorithm.SHA256));
        artifact = Artifact.builder()
                .path(stored.path())
                .digest(stored.digest().toString())
                .build();
        out = Files.createDirectories(work.resolve("out"));
    }

    @Test
    void unpacksWhatTheStatusNames() throws Exception {
        new StoredArtifacts(store).unpack(owner, artifact, out);
        assertThat(out.resolve("a.yaml")).hasContent("a: 1\n");
    }

    @Test
    void refusesBytesThatTheStatusDoesNotName() throws Exception {
        Files.write(store.root().resolve(artifact.path()), new byte[] {0}, StandardOpenOption.APPEND);
        assertThatIOException().isThrownBy(() -> new StoredArtifacts(store).unpack(owner, artifact, out));
    }

    /** Whoever may write a status may write any path into it. */
    @Test
    void looksIntoNobodyElsesFolder() {
        owner.getMetadata().setName("other");
        assertThatIOException()
                .isThrownBy(() -> new StoredArtifacts(store).unpack(owner, artifact, out))
                .withMessage("its artifact is not in the storage");
    }
}
