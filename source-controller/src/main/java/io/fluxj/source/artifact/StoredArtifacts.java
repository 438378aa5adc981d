package io.fluxj.source.artifact;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fluxj.api.meta.Artifact;
import io.fluxj.archive.Digest;
import io.fluxj.archive.ExtractionLimits;
import io.fluxj.archive.HashingInputStream;
import io.fluxj.archive.TarGz;
import io.fluxj.source.storage.ArtifactFolder;
import io.fluxj.source.storage.ArtifactStore;
import io.fluxj.source.storage.StoredPath;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Path;

/**
 * The artifacts of other objects, for those that are made from them.
 *
 * @param store keeps them
 */
public record StoredArtifacts(ArtifactStore store) {
    /**
     * Unpacks the files of an artifact.
     *
     * @param owner whose artifact it is
     * @param artifact as the owner's status names it
     * @param folder existing, empty folder
     * @throws IOException when the artifact is not stored, or is not what the status says; some of the files may be there then
     */
    public void unpack(HasMetadata owner, Artifact artifact, Path folder) throws IOException {
        StoredPath path = StoredPath.recorded(ArtifactFolder.of(owner), artifact.path())
                .filter(store::exists)
                .orElseThrow(() -> new IOException("its artifact is not in the storage"));
        Digest recorded = digest(artifact);
        try (HashingInputStream in =
                new HashingInputStream(new BufferedInputStream(store.read(path)), recorded.algorithm())) {
            TarGz.extract(in, folder, ExtractionLimits.DEFAULT);
            if (!in.digestOfAll().equals(recorded)) {
                throw new IOException("its stored artifact does not have the digest " + recorded);
            }
        }
    }

    private static Digest digest(Artifact artifact) throws IOException {
        try {
            return Digest.parse(artifact.digest());
        } catch (IllegalArgumentException foreign) {
            throw new IOException("its artifact has a digest that cannot be checked", foreign);
        }
    }
}
