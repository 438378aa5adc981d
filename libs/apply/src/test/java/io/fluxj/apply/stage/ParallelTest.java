package io.fluxj.apply.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ParallelTest {
    private static final List<Integer> HUNDRED = IntStream.range(0, 100).boxed().toList();

    @Test
    void keepsTheOrderAndTheBound() throws InterruptedException {
        AtomicInteger running = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch threeAreRunning = new CountDownLatch(3);

        List<Integer> doubled = Parallel.map(HUNDRED, 3, number -> {
            most.accumulateAndGet(running.incrementAndGet(), Math::max);
            threeAreRunning.countDown();
            await(threeAreRunning);
            running.decrementAndGet();
            return 2 * number;
        });

        assertThat(doubled).isEqualTo(HUNDRED.stream().map(number -> 2 * number).toList());
        assertThat(most).hasValue(3);
    }

    @Test
    void throwsTheFirstFailureInOrderEvenIfALaterOneCameFirst() {
        CountDownLatch laterHasFailed = new CountDownLatch(1);

        assertThatThrownBy(() -> Parallel.map(HUNDRED, 2, number -> {
                    if (number == 0) {
                        await(laterHasFailed);
                    } else {
                        laterHasFailed.countDown();
                    }
                    throw new IllegalStateException("number " + number);
                }))
                .hasMessage("number 0");
    }

    @Test
    void beginsNothingMoreAfterAFailure() {
        Queue<Integer> begun = new ConcurrentLinkedQueue<>();

        assertThatThrownBy(() -> Parallel.map(HUNDRED, 1, number -> {
                    begun.add(number);
                    if (number == 5) {
                        throw new IllegalStateException("number " + number);
                    }
                    return number;
                }))
                .hasMessage("number 5");
        assertThat(begun).hasSize(6);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
