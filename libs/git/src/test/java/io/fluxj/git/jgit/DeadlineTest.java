package io.fluxj.git.jgit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.fluxj.git.GitException;
import io.fluxj.git.GitException.Problem;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class DeadlineTest {
    /** As a library does that takes interrupts for its own. */
    @Test
    void waitsUntilTheThreadHasEndedEvenIfItSwallowsInterrupts() {
        CountDownLatch never = new CountDownLatch(1);
        AtomicInteger swallowed = new AtomicInteger();
        Deadline deadline = new Deadline(Duration.ofMillis(50));
        assertThatExceptionOfType(GitException.class)
                .isThrownBy(() -> deadline.bound(() -> {
                    while (swallowed.get() < 3) {
                        try {
                            never.await();
                        } catch (InterruptedException ignored) {
                            swallowed.incrementAndGet();
                        }
                    }
                    return "done";
                }))
                .extracting(GitException::problem)
                .isEqualTo(Problem.TIMEOUT);
        assertThat(swallowed).hasValue(3);
    }
}
