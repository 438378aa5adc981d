package io.fluxj.runtime.events;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends events one after another on a thread of its own; when the outlet does not keep up, the newest are dropped. */
final class OutletQueue implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(OutletQueue.class);
    private static final int CAPACITY = 2000;
    private static final Duration LAST_CHANCE = Duration.ofSeconds(2);

    private final BlockingQueue<FluxEvent> queue = new ArrayBlockingQueue<>(CAPACITY);
    private final AtomicBoolean full = new AtomicBoolean();
    private final AtomicBoolean closing = new AtomicBoolean();
    private final EventOutlet outlet;
    private final Thread worker;

    OutletQueue(String name, EventOutlet outlet) {
        this.outlet = outlet;
        this.worker = Thread.ofVirtual().name(name).start(this::work);
    }

    void offer(FluxEvent event) {
        if (queue.offer(event)) {
            full.set(false);
        } else if (full.compareAndSet(false, true)) {
            LOG.warn("events are dropped: {} of them wait to be sent already", CAPACITY);
        }
    }

    private void work() {
        try {
            while (!closing.get() || !queue.isEmpty()) {
                send(queue.take());
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whatever is wrong with one event, the next ones go out. */
    private void send(FluxEvent event) throws InterruptedException {
        try {
            outlet.send(event);
        } catch (RuntimeException unexpected) {
            LOG.atError()
                    .addKeyValue("error", String.valueOf(unexpected))
                    .log(
                            "an event of {}/{} is lost",
                            event.involved().getKind(),
                            event.involved().getName());
        }
    }

    /** Gives what is left a short time to go out. */
    @Override
    public void close() {
        closing.set(true);
        try {
            if (queue.isEmpty() || !worker.join(LAST_CHANCE)) {
                worker.interrupt();
                worker.join(LAST_CHANCE);
            }
        } catch (InterruptedException hurried) {
            worker.interrupt();
            Thread.currentThread().interrupt();
        }
    }
}
