package io.fluxj.runtime.artifact;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;

/** Closes a stream that is read for too long, so that reading fails. */
final class ReadTimeout implements AutoCloseable {
    private final Thread timer;

    private ReadTimeout(Thread timer) {
        this.timer = timer;
    }

    static ReadTimeout after(Duration time, Closeable stream) {
        return new ReadTimeout(Thread.ofVirtual().start(() -> expire(time, stream)));
    }

    private static void expire(Duration time, Closeable stream) {
        try {
            Thread.sleep(time);
            stream.close();
        } catch (InterruptedException inTime) {
            Thread.currentThread().interrupt();
        } catch (IOException alreadyBroken) {
            // Whoever reads it learns of that.
        }
    }

    @Override
    public void close() {
        timer.interrupt();
    }
}
