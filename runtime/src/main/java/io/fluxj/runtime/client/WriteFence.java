package io.fluxj.runtime.client;

/**
 * Whether this process may write now. Everything that writes to what several processes share, a cluster or a storage folder, asks right before it
 * does, so that a leader that was frozen and has lost its lease meanwhile writes nothing more.
 */
@FunctionalInterface
public interface WriteFence {
    /**
     * Returns if a write may go out now.
     *
     * @throws WriteRefused when it may not, now or ever again
     */
    void requireOpen();

    /** Of a process that shares its work with no other. */
    static WriteFence none() {
        return () -> {};
    }
}
