package io.fluxj.runtime.storage;

import io.fluxj.archive.Digest;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * Keeps artifacts. A file is there whole or not at all, whatever moment the process dies at. One object's folder is
 * used by one thread at a time; different ones by any number.
 */
@SuppressWarnings("OptionalUsedAsFieldOrParameterType") // no artifact in use is a case of its own
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
     * Writes a file, replacing one of the same name in one step. When it comes back, the file outlives a loss of power.
     *
     * @throws IOException when it cannot be written; nothing has changed then
     */
    StoredFile write(StoredPath path, Content content) throws IOException;

    /**
     * Makes a link lead to a file beside it, in one step. It is no artifact: it neither counts nor ages.
     *
     * @throws IOException when it cannot be made; the old one leads where it led then
     */
    void link(StoredPath link, StoredPath file) throws IOException;

    /** Whether there is such a regular file. */
    boolean exists(StoredPath path);

    /**
     * Sees to it that a file is here: brings it back from where the store keeps copies, if it does. What is here is not looked at.
     *
     * @return whether it is here now
     * @throws IOException when the copy cannot be had, or is not what the status says
     */
    boolean restore(RecordedFile file) throws IOException;

    /**
     * Whether the bytes of a file have a digest.
     *
     * @throws IOException when it cannot be read
     */
    boolean matches(StoredPath path, Digest digest) throws IOException;

    /**
     * Opens a file for reading.
     *
     * @throws IOException when it is not there or cannot be read
     */
    InputStream read(StoredPath path) throws IOException;

    /** Removes a file and its lock, if they are there. */
    void remove(StoredPath path) throws IOException;

    /** Removes all artifacts of an object; whether there were any. */
    boolean removeAll(ArtifactFolder folder) throws IOException;

    /**
     * Removes what an object no longer needs, and what an interrupted write left behind.
     *
     * @param current the artifact in use; empty for none
     * @return how many artifacts went
     */
    int collectGarbage(ArtifactFolder folder, Optional<StoredPath> current, Retention retention) throws IOException;
}
