package io.fluxj.runtime.artifact;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The stores of artifacts of this process, by the address that others reach them at: what both ends of a hand-over share need not go over the network. It
 * is checked by its digest all the same.
 */
public final class LocalArtifacts {
    private final Map<String, Path> stores = new ConcurrentHashMap<>();

    /**
     * From now on URLs that begin with {@code prefix} and a slash are read from {@code root}.
     *
     * @param prefix scheme and host, and the port where there is one
     */
    public void offer(String prefix, Path root) {
        stores.put(prefix + "/", root);
    }

    /** The file behind a URL; empty when it is in none of the stores. */
    Optional<InputStream> open(String url) {
        return stores.entrySet().stream()
                .filter(store -> url.startsWith(store.getKey()))
                .findFirst()
                .flatMap(store ->
                        open(store.getValue(), url.substring(store.getKey().length())));
    }

    private static Optional<InputStream> open(Path root, String path) {
        try {
            Path file = root.resolve(path).normalize();
            boolean inside = file.startsWith(root) && file.toRealPath().startsWith(root.toRealPath());
            return inside && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                    ? Optional.of(Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS))
                    : Optional.empty();
        } catch (IOException | InvalidPathException missing) {
            return Optional.empty();
        }
    }
}
