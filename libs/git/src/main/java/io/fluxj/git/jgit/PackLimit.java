package io.fluxj.git.jgit;

import org.eclipse.jgit.lib.EmptyProgressMonitor;

/** Stops a fetch that brings more than allowed, or whose thread was told to stop. */
final class PackLimit extends EmptyProgressMonitor {
    /** Looking at the file size for every object would cost more than the object. */
    private static final int EVERY = 256;

    private final ScratchRepository scratch;
    private final long bytes;
    private int updates;
    private boolean exceeded;

    PackLimit(ScratchRepository scratch, long bytes) {
        this.scratch = scratch;
        this.bytes = bytes;
    }

    @Override
    public void update(int completed) {
        updates++;
        if (updates % EVERY == 0) {
            exceeded |= scratch.packedBytes() > bytes;
        }
    }

    @Override
    public boolean isCancelled() {
        return exceeded || Thread.currentThread().isInterrupted();
    }

    /** Whether the limit stopped the fetch. */
    boolean exceeded() {
        return exceeded;
    }
}
