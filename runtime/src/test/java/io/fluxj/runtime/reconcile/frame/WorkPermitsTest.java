package io.fluxj.runtime.reconcile.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class WorkPermitsTest {
    private final BlockingQueue<String> turns = new LinkedBlockingQueue<>();
    private final List<Thread> threads = new ArrayList<>();

    /** One that queues up, says so when it is its turn, and keeps the permit. */
    private Thread asks(WorkPermits permits, String namespace) {
        Thread thread = Thread.ofVirtual().start(() -> {
            try {
                permits.take(namespace);
                turns.add(namespace);
            } catch (InterruptedException stopped) {
                turns.add("stopped");
            }
        });
        threads.add(thread);
        Awaitility.await().until(() -> thread.getState() == Thread.State.WAITING || !thread.isAlive());
        return thread;
    }

    private String turn() throws InterruptedException {
        return String.valueOf(turns.poll(2, TimeUnit.MINUTES));
    }

    @Test
    void namespacesTakeTurns() throws Exception {
        WorkPermits permits = WorkPermits.of(1);
        permits.take("busy");
        asks(permits, "busy");
        asks(permits, "busy");
        asks(permits, "quiet");

        List<String> order = new ArrayList<>();
        String last = "busy";
        for (int i = 0; i < 3; i++) {
            permits.giveBack(last);
            last = turn();
            order.add(last);
        }

        assertThat(order).containsExactly("busy", "quiet", "busy");
        assertThat(permits.inUse()).isEqualTo(1);
    }

    @Test
    void oneNamespaceNeverTakesThemAll() throws Exception {
        WorkPermits permits = WorkPermits.shared(4, 2);
        permits.take("greedy");
        permits.take("greedy");
        Thread third = asks(permits, "greedy");

        asks(permits, "other");

        assertThat(turn()).isEqualTo("other");
        assertThat(third.isAlive()).isTrue();
        permits.giveBack("greedy");
        assertThat(turn()).isEqualTo("greedy");
    }

    @Test
    void whoStopsWaitingLeavesItsPlace() throws Exception {
        WorkPermits permits = WorkPermits.of(1);
        permits.take("a");
        Thread impatient = asks(permits, "a");
        impatient.interrupt();
        assertThat(turn()).isEqualTo("stopped");

        permits.giveBack("a");

        assertThat(permits.inUse()).isZero();
    }

    @Test
    void stoppingEndsEveryWait() throws Exception {
        WorkPermits permits = WorkPermits.of(1);
        permits.take("a");
        asks(permits, "b");

        permits.stop();

        assertThat(turn()).isEqualTo("stopped");
        assertThatThrownBy(() -> permits.take("c")).isInstanceOf(InterruptedException.class);
    }
}
