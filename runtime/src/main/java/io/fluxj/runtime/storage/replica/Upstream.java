package io.fluxj.runtime.storage.replica;

import io.fluxj.runtime.storage.StoredPath;
import java.io.IOException;
import java.io.InputStream;

/** Where a replica gets files from that it lacks. */
@FunctionalInterface
interface Upstream {
    /**
     * The bytes of a file.
     *
     * @throws IOException when there is no such file, or nobody to ask
     */
    InputStream open(StoredPath path) throws IOException, InterruptedException;
}
