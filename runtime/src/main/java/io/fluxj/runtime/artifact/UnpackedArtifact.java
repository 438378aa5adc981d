package io.fluxj.runtime.artifact;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;

/** An unpacked artifact, shared read-only by all that hold it. Close it when done; the folder may then go. */
public final class UnpackedArtifact implements AutoCloseable {
    private final Path root;
    private final String digest;
    private final Runnable release;
    private final AtomicBoolean closed = new AtomicBoolean();

    UnpackedArtifact(Path root, String digest, Runnable release) {
        this.root = root;
        this.digest = digest;
        this.release = release;
    }

    /** The folder that holds the files; nothing may be written there. */
    public Path root() {
        return root;
    }

    /** {@code algorithm:hex}. */
    public String digest() {
        return digest;
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            release.run();
        }
    }
}
