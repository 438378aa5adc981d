package io.fluxj.source.artifact;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fluxj.archive.FolderRemoval;
import io.fluxj.runtime.reconcile.Retryable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * A folder for one pass, which goes with it.
 *
 * @param path existing folder
 */
public record WorkFolder(Path path) implements AutoCloseable {
    /**
     * A new, empty folder.
     *
     * @param parent existing folder
     * @param object whose pass it is for
     */
    public static WorkFolder create(Path parent, HasMetadata object) throws Retryable {
        try {
            String prefix = object.getKind().toLowerCase(Locale.ROOT) + "-";
            return new WorkFolder(Files.createTempDirectory(parent, prefix));
        } catch (IOException failed) {
            throw Retryable.of(
                            SourceReason.DIRECTORY_CREATION_FAILED,
                            "failed to create temporary working directory: " + failed.getMessage(),
                            failed)
                    .marking(SourceCondition.STORAGE_OPERATION_FAILED);
        }
    }

    @Override
    public void close() {
        try {
            FolderRemoval.remove(path);
        } catch (IOException left) {
            // the folder's parent is emptied at the next start
        }
    }
}
