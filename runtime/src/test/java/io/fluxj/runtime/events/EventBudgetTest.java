package io.fluxj.runtime.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EventBudgetTest {
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
    private final Clock clock =
            InstantSource.offset(() -> now.get(), Duration.ZERO).withZone(ZoneOffset.UTC);
    private final EventBudget budget = new EventBudget(clock);

    @Test
    void cutsAnObjectShortAfterTwentyFiveAndLetsItGoOnSlowly() {
        long allowed =
                IntStream.range(0, 40).filter(i -> budget.allows("noisy")).count();
        assertThat(allowed).isEqualTo(25);
        assertThat(budget.allows("quiet")).isTrue();

        now.set(Instant.EPOCH.plus(Duration.ofMinutes(5)));
        assertThat(budget.allows("noisy")).isTrue();
        assertThat(budget.allows("noisy")).isFalse();
    }
}
