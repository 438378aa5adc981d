package io.fluxj.runtime.storage.replica;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fluxj.api.meta.Artifact;
import io.fluxj.archive.Digest;
import io.fluxj.runtime.storage.ArtifactFolder;
import io.fluxj.runtime.storage.StoredPath;
import java.util.Optional;

/**
 * A file that an object's status names.
 *
 * @param size in bytes; nothing longer is taken
 */
record Wanted(StoredPath path, Digest digest, long size) {
    /** The file of an artifact, if it is one of its object's own and can be checked. */
    static Optional<Wanted> of(HasMetadata object, Artifact artifact) {
        Long size = artifact.size();
        if (size == null || size < 0) {
            return Optional.empty();
        }
        try {
            Digest digest = Digest.parse(artifact.digest());
            return StoredPath.recorded(ArtifactFolder.of(object), artifact.path())
                    .map(path -> new Wanted(path, digest, size));
        } catch (IllegalArgumentException foreign) {
            // a digest, or a name, that nobody of ours has written
            return Optional.empty();
        }
    }
}
