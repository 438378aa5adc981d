package io.fluxj.watcher.copy;

import java.io.InterruptedIOException;

/** Long work looks now and then whether it is still wanted. */
final class Interruption {
    private Interruption() {}

    /** @throws InterruptedIOException when this thread was interrupted; it stays so */
    static void check() throws InterruptedIOException {
        if (Thread.currentThread().isInterrupted()) {
            throw new InterruptedIOException("interrupted");
        }
    }
}
