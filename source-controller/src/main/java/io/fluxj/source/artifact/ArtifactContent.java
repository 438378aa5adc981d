package io.fluxj.source.artifact;

import io.fluxj.archive.Archiver;
import io.fluxj.archive.Archiver.Archived;
import io.fluxj.archive.DigestAlgorithm;
import io.fluxj.archive.HashingOutputStream;
import io.fluxj.archive.IgnoreRules;
import io.fluxj.runtime.reconcile.Retryable;
import io.fluxj.runtime.storage.NewFile;
import io.fluxj.runtime.storage.StoredFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The bytes of an artifact. */
public sealed interface ArtifactContent {
    /**
     * A folder, packed.
     *
     * @param folder holds the files
     * @param rules what to leave out
     */
    record Packed(Path folder, IgnoreRules rules) implements ArtifactContent {}

    /**
     * A file as it is.
     *
     * @param file holds the bytes
     * @param name what it is called when it cannot be stored, such as {@code Helm chart}
     */
    record Copied(Path file, String name) implements ArtifactContent {}

    /**
     * A folder, packed by its {@code .sourceignore} files and the object's own patterns. Source: behaviour §1.2.
     *
     * @param ignore {@code spec.ignore}; null for none
     */
    static ArtifactContent packed(Path folder, @Nullable String ignore) throws Retryable {
        try {
            return new Packed(
                    folder, ignore == null ? IgnoreRules.ofFolder(folder) : IgnoreRules.ofFolder(folder, ignore));
        } catch (IOException failed) {
            throw Retryable.of(
                    SourceReason.SOURCE_IGNORE_ERROR,
                    "failed to load source ignore patterns from repository: " + failed.getMessage(),
                    failed);
        }
    }

    /** Writes them. */
    default StoredFile writeTo(NewFile file, DigestAlgorithm digests) throws IOException {
        return switch (this) {
            case Packed packed -> {
                Archived archived = Archiver.archive(packed.folder(), packed.rules(), digests, file.out());
                yield new StoredFile(file.path(), archived.digest(), archived.size());
            }
            case Copied copied -> {
                HashingOutputStream hashing = new HashingOutputStream(file.out(), digests);
                Files.copy(copied.file(), hashing);
                yield new StoredFile(file.path(), hashing.digest(), hashing.size());
            }
        };
    }

    /** What is said when they cannot be stored. */
    default String failure() {
        return switch (this) {
            case Packed _ -> "unable to archive artifact to storage";
            case Copied copied -> "unable to copy " + copied.name() + " to storage";
        };
    }
}
