package io.fluxj.oci.http;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;

/** When everything that is asked of a registry must be over. */
record Deadline(long end) {
    static Deadline in(Duration time) {
        return new Deadline(System.nanoTime() + time.toNanos());
    }

    Deadline atMost(Duration time) {
        return remainingNanos() < time.toNanos() ? this : in(time);
    }

    long remainingNanos() {
        return Math.max(0, end - System.nanoTime());
    }

    boolean isOver() {
        return remainingNanos() == 0;
    }

    /** Closes a body when the time is over, so that a server that stopped sending is not waited for. */
    Guard guard(Closeable body) {
        return new Guard(Thread.ofVirtual().name("registry-deadline").start(() -> closeAtEnd(body)));
    }

    private void closeAtEnd(Closeable body) {
        try {
            Thread.sleep(Duration.ofNanos(remainingNanos()));
            body.close();
        } catch (InterruptedException inTime) {
            // the body was read
        } catch (IOException gone) {
            // whoever reads it hears of it
        }
    }

    /** Watches one body. */
    record Guard(Thread thread) implements AutoCloseable {
        @Override
        public void close() {
            thread.interrupt();
        }
    }
}
