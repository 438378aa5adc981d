package io.fluxj.source.storage;

import io.fluxj.archive.Digest;
import java.io.IOException;

/**
 * Keeps artifacts. A file is there whole or not at all, whatever moment the process dies at. One object's folder is
 * used by one thread at a time; different ones by any number.
 */
public interface ArtifactStore {
    /** Produces the bytes of a file. */
    @FunctionalInterface
    interface Content {
        /**
         * Writes them.
         *
         * @return digest and size of what was written
         */
        StoredFile writeTo(NewFile file) throws IOException;
    }

    /**
     * Writes a file, replacing one of the same name in one step.
     *
     * @param file name of the file within the folder
     * @throws IOException when it cannot be written; nothing has changed then
     */
    StoredFile write(ArtifactFolder folder, String file, Content content) throws IOException;

    /** Whether there is a regular file at a path relative to the root. */
    boolean exists(String path);

    /**
     * Whether the bytes of a file have a digest.
     *
     * @throws IOException when it cannot be read
     */
    boolean matches(String path, Digest digest) throws IOException;

    /** Removes a file and its lock, if they are there. */
    void remove(String path) throws IOException;

    /** Removes all artifacts of an object; whether there were any. */
    boolean removeAll(ArtifactFolder folder) throws IOException;

    /**
     * Removes what an object no longer needs, and what an interrupted write left behind.
     *
     * @param current path of the artifact in use, relative to the root; empty for none
     * @return how many artifacts went
     */
    int collectGarbage(ArtifactFolder folder, String current, Retention retention) throws IOException;
}
