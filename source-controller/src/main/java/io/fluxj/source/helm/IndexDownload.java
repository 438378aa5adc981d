package io.fluxj.source.helm;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Fetches indexes.
 *
 * @param files fetches them
 * @param maxSize in bytes
 */
public record IndexDownload(FileDownload files, long maxSize) {
    /**
     * An index as the server sends it.
     *
     * @param folder existing folder for it
     */
    public DownloadedIndex fetch(IndexSource source, Path folder) throws IOException, InterruptedException {
        Path file = folder.resolve("index.yaml");
        FileDownload.Bound bound =
                new FileDownload.Bound(maxSize, "index exceeds the maximum index file size of " + maxSize + " bytes");
        return new DownloadedIndex(file, files.fetch(source, file, bound));
    }
}
