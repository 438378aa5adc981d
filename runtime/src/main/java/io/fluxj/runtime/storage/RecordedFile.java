package io.fluxj.runtime.storage;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fluxj.api.meta.Artifact;
import io.fluxj.archive.Digest;
import io.fluxj.archive.HashingOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * A file that an object's status names.
 *
 * @param size in bytes; nothing longer is taken
 */
public record RecordedFile(StoredPath path, Digest digest, long size) {
    private static final int BUFFER = 1 << 16;

    /** The file of an artifact, if it is one of its object's own and can be checked. */
    public static Optional<RecordedFile> of(HasMetadata object, Artifact artifact) {
        Long size = artifact.size();
        if (size == null || size < 0) {
            return Optional.empty();
        }
        try {
            Digest digest = Digest.parse(artifact.digest());
            return StoredPath.recorded(ArtifactFolder.of(object), artifact.path())
                    .map(path -> new RecordedFile(path, digest, size));
        } catch (IllegalArgumentException foreign) {
            // a digest, or a name, that nobody of ours has written
            return Optional.empty();
        }
    }

    /**
     * Copies it from elsewhere.
     *
     * @throws IOException when what comes is longer, or is not what the status says
     */
    public StoredFile copy(InputStream in, NewFile file) throws IOException {
        HashingOutputStream out = new HashingOutputStream(file.out(), digest.algorithm());
        byte[] buffer = new byte[BUFFER];
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            out.write(buffer, 0, read);
            if (out.size() > size) {
                throw new IOException("what comes is longer than " + size + " bytes");
            }
        }
        long copied = out.size();
        if (!out.digest().equals(digest)) {
            throw new IOException("what comes does not have the digest " + digest);
        }
        return new StoredFile(file.path(), digest, copied);
    }
}
