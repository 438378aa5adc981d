package io.fluxj.source.chart.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.fluxj.api.meta.Artifact;
import io.fluxj.api.source.v1.HelmRepository;
import io.fluxj.archive.DigestAlgorithm;
import io.fluxj.runtime.client.WriteFence;
import io.fluxj.runtime.storage.ArtifactFolder;
import io.fluxj.runtime.storage.FileArtifactStore;
import io.fluxj.runtime.storage.StoredFile;
import io.fluxj.runtime.storage.StoredPath;
import io.fluxj.source.artifact.ArtifactContent;
import io.fluxj.source.artifact.StoredArtifacts;
import io.fluxj.source.helm.index.IndexEntry;
import io.fluxj.source.helm.index.IndexFile;
import io.fluxj.source.helm.index.IndexPlaces;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code --helm-cache-max-size} is about, and the metric of it. */
class StoredIndexesTest {
    @TempDir
    Path work;

    private final HelmRepository repository = new HelmRepository();
    private final List<Boolean> asked = new ArrayList<>();
    private FileArtifactStore store;
    private Artifact artifact;

    @BeforeEach
    void keepAnIndex() throws IOException {
        repository.getMetadata().setNamespace("team");
        repository.getMetadata().setName("charts");
        store = FileArtifactStore.open(
                Files.createDirectories(work.resolve("store")), Clock.systemUTC(), WriteFence.none());
        Path index = Files.writeString(work.resolve("index.yaml"), """
                apiVersion: v1
                entries:
                  app:
                  - {name: app, version: 1.0.0, urls: [app.tgz]}
                  web:
                  - {name: web, version: 2.0.0, urls: [web.tgz]}
                """);
        Path stored = work.resolve("index.json");
        IndexFile.convert(index, stored, work);
        ArtifactContent content = new ArtifactContent.Copied(stored, "Helm index");
        StoredFile file = store.write(
                new StoredPath(ArtifactFolder.of(repository), "index-1.yaml"),
                made -> content.writeTo(made, DigestAlgorithm.SHA256));
        artifact = Artifact.builder()
                .path(file.path())
                .digest(file.digest().toString())
                .build();
    }

    private StoredIndexes indexes(int most) {
        IndexPlaces.Bounds bounds = new IndexPlaces.Bounds(most, Duration.ofHours(1), Duration.ofHours(1));
        return new StoredIndexes(
                new StoredArtifacts(store),
                new IndexPlaces(bounds, Clock.systemUTC()),
                (owner, remembered) -> asked.add(remembered));
    }

    private List<String> versions(StoredIndexes indexes, String chart) throws IOException {
        List<IndexEntry> seen = new ArrayList<>();
        indexes.look(repository, artifact, chart, seen::add);
        return seen.stream().map(IndexEntry::version).toList();
    }

    @Test
    void findTheSameWithAndWithoutMemory() throws IOException {
        for (int most : List.of(0, 1)) {
            StoredIndexes indexes = indexes(most);
            for (int i = 0; i < 2; i++) {
                assertThat(versions(indexes, "app")).containsExactly("1.0.0");
                assertThat(versions(indexes, "web")).containsExactly("2.0.0");
                assertThat(versions(indexes, "none")).isEmpty();
            }
        }
        assertThat(asked).containsExactly(false, true, true, true, true, true);
    }

    @Test
    void lookIntoNobodyElsesFolder() {
        repository.getMetadata().setName("other");
        assertThatIOException()
                .isThrownBy(() -> versions(indexes(1), "app"))
                .withMessage("its artifact is not in the storage");
    }
}
