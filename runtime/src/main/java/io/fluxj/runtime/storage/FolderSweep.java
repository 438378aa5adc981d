package io.fluxj.runtime.storage;

import io.fluxj.archive.FolderRemoval;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Takes files out of the folder of one object. Links are removed, never followed. */
record FolderSweep(Path folder) {
    /** Files looked at in one go; a folder with more is done over several passes. */
    private static final int MOST = 1000;

    private static final int DEEPEST = 10;

    private record Old(Path path, Instant modified) {}

    boolean removeEverything() throws IOException {
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        FolderRemoval.remove(folder);
        return true;
    }

    /** By age first, then by number, the oldest first; the one in use counts but stays. */
    int removeOutdated(Path current, Retention retention, Instant now) throws IOException {
        removeUnfinished();
        List<Old> artifacts = artifacts();
        int surplus = Math.max(artifacts.size() - retention.records(), 0);
        int removed = 0;
        for (Old artifact : artifacts) {
            boolean expired = artifact.modified().plus(retention.ttl()).isBefore(now);
            if (!artifact.path().equals(current) && (expired || removed < surplus)) {
                remove(artifact.path());
                removed++;
            }
        }
        return removed;
    }

    private List<Old> artifacts() throws IOException {
        List<Old> found = new ArrayList<>();
        for (Path path : files()) {
            if (!path.toString().endsWith(FileArtifactStore.LOCK)) {
                found.add(new Old(path, Files.getLastModifiedTime(path).toInstant()));
            }
        }
        found.sort(Comparator.comparing(Old::modified).thenComparing(Old::path));
        return found;
    }

    /** Nobody else writes here meanwhile, so what is not whole never will be. */
    private void removeUnfinished() throws IOException {
        for (Path path : files()) {
            if (path.getFileName().toString().startsWith(FileArtifactStore.UNFINISHED)) {
                Files.delete(path);
            }
        }
    }

    private List<Path> files() throws IOException {
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            return List.of();
        }
        try (Stream<Path> listed = Files.walk(folder, DEEPEST)) {
            return listed.filter(path -> Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS))
                    .limit(MOST)
                    .toList();
        }
    }

    private static void remove(Path artifact) throws IOException {
        Files.delete(artifact);
        Files.deleteIfExists(artifact.resolveSibling(artifact.getFileName() + FileArtifactStore.LOCK));
    }
}
