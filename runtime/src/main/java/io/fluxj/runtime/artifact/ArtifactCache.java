package io.fluxj.runtime.artifact;

import java.net.http.HttpClient;
import java.nio.file.Path;

/**
 * Unpacked artifacts by digest: each is fetched once, however many ask for it at the same time, shared read-only, and removed when nobody uses it and
 * room is needed. What an earlier process left in the folder is removed at the start.
 */
public final class ArtifactCache implements AutoCloseable {

    /**
     * Opens a cache.
     *
     * @param folder of its own; whatever is in it is removed
     * @param localhost {@code SOURCE_CONTROLLER_LOCALHOST}: replaces the host of artifact URLs; empty for none
     */
    public ArtifactCache(Path folder, CacheLimits limits, HttpClient http, String localhost) {}

    /**
     * The artifact, unpacked; from the network only when it is not here yet. Close it after use.
     *
     * @throws ArtifactFailure why it cannot be used
     */
    public UnpackedArtifact fetch(RemoteArtifact artifact) throws ArtifactFailure, InterruptedException {
        if (!artifact.url().isEmpty()) {
            throw new ArtifactFailure.Unreachable("cannot fetch " + artifact.url(), null);
        }
        return new UnpackedArtifact(Path.of("."), artifact.digest(), () -> {});
    }

    /** Removes the folder. */
    @Override
    public void close() {}
}
