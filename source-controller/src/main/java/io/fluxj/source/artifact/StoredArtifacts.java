package io.fluxj.source.artifact;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fluxj.api.meta.Artifact;
import io.fluxj.archive.Digest;
import io.fluxj.archive.ExtractionLimits;
import io.fluxj.archive.HashingInputStream;
import io.fluxj.archive.TarGz;
import io.fluxj.runtime.storage.ArtifactFolder;
import io.fluxj.runtime.storage.ArtifactStore;
import io.fluxj.runtime.storage.StoredPath;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/**
 * The artifacts of other objects, for those that are made from them.
 *
 * @param store keeps them
 */
public record StoredArtifacts(ArtifactStore store) {
    private static final int BUFFER = 1 << 16;

    /**
     * Unpacks the files of an artifact.
     *
     * @param owner whose artifact it is
     * @param artifact as the owner's status names it
     * @param folder existing, empty folder
     * @throws IOException when the artifact is not stored, or is not what the status says; some of the files may be there then
     */
    public void unpack(HasMetadata owner, Artifact artifact, Path folder) throws IOException {
        read(owner, artifact, in -> TarGz.extract(in, folder, ExtractionLimits.DEFAULT));
    }

    /** Uses the bytes of an artifact. */
    @FunctionalInterface
    public interface Use<T> {
        /** Reads as many of them as it needs. */
        T of(InputStream bytes) throws IOException;
    }

    /**
     * Reads an artifact.
     *
     * @param owner whose artifact it is
     * @param artifact as the owner's status names it
     * @throws IOException when the artifact is not stored, or is not what the status says, or what {@code use} throws
     */
    public <T> T read(HasMetadata owner, Artifact artifact, Use<T> use) throws IOException {
        Digest recorded = digest(artifact);
        return open(owner, artifact, bytes -> {
            HashingInputStream in = new HashingInputStream(bytes, recorded.algorithm());
            T result = use.of(in);
            if (!in.digestOfAll().equals(recorded)) {
                throw new IOException("its stored artifact does not have the digest " + recorded);
            }
            return result;
        });
    }

    /** As {@link #read}, without a look at what the bytes are: they can be skipped at no cost. */
    public <T> T open(HasMetadata owner, Artifact artifact, Use<T> use) throws IOException {
        StoredPath path = StoredPath.recorded(ArtifactFolder.of(owner), artifact.path())
                .filter(store::exists)
                .orElseThrow(() -> new IOException("its artifact is not in the storage"));
        try (InputStream in = new BufferedInputStream(store.read(path), BUFFER)) {
            return use.of(in);
        }
    }

    /** Whether an artifact is stored where the owner's status says. */
    public boolean has(HasMetadata owner, Artifact artifact) {
        return StoredPath.recorded(ArtifactFolder.of(owner), artifact.path())
                .filter(store::exists)
                .isPresent();
    }

    private static Digest digest(Artifact artifact) throws IOException {
        try {
            return Digest.parse(artifact.digest());
        } catch (IllegalArgumentException foreign) {
            throw new IOException("its artifact has a digest that cannot be checked", foreign);
        }
    }
}
