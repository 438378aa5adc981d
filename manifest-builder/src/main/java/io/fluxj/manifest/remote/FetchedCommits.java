package io.fluxj.manifest.remote;

import io.fluxj.archive.FolderRemoval;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Folders with the files of commits. Those that were used least recently are removed when there are many; one that was used a moment ago
 * stays, as a build may read it.
 */
final class FetchedCommits {

    private static final int MANY = 32;
    private static final Duration READ_AT_MOST = Duration.ofMinutes(15);

    private final Path folder;
    private final LinkedHashMap<Key, Kept> kept = new LinkedHashMap<>(16, 0.75f, true);

    FetchedCommits(Path folder) {
        this.folder = folder;
    }

    /** What decides the files. */
    record Key(String repository, String hash, boolean submodules) {}

    private record Kept(Path files, long used) {
        boolean isOld() {
            return System.nanoTime() - used > READ_AT_MOST.toNanos();
        }
    }

    synchronized Optional<Path> find(Key key) {
        return Optional.ofNullable(
                        kept.computeIfPresent(key, (same, found) -> new Kept(found.files(), System.nanoTime())))
                .map(Kept::files);
    }

    /** A new folder for files that are not there yet. */
    Path fresh() throws IOException {
        return Files.createTempDirectory(Files.createDirectories(folder), "commit-");
    }

    /** For what is received. */
    Path scratch() throws IOException {
        return Files.createDirectories(folder.resolve("received"));
    }

    /** Keeps the files, unless somebody was faster; then it keeps those. */
    Path keep(Key key, Path files) throws IOException {
        Path winner = put(key, files);
        if (!winner.equals(files)) {
            discard(files);
        }
        for (Path old : outdated()) {
            discard(old);
        }
        return winner;
    }

    private synchronized Path put(Key key, Path files) {
        kept.putIfAbsent(key, new Kept(files, System.nanoTime()));
        return find(key).orElse(files);
    }

    private synchronized List<Path> outdated() {
        List<Path> removed = new ArrayList<>();
        while (kept.size() > MANY && eldest().getValue().isOld()) {
            removed.add(eldest().getValue().files());
            kept.remove(eldest().getKey());
        }
        return removed;
    }

    private Map.Entry<Key, Kept> eldest() {
        return kept.firstEntry();
    }

    void discard(Path files) throws IOException {
        FolderRemoval.remove(files);
    }
}
