package io.fluxj.runtime.reconcile.frame;

import static org.assertj.core.api.Assertions.assertThat;

import io.javaoperatorsdk.operator.processing.event.ResourceID;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BackoffTest {
    private static final ResourceID ONE = new ResourceID("one", "apps");
    private static final ResourceID OTHER = new ResourceID("other", "apps");
    private final Backoff backoff = new Backoff(Duration.ofMillis(750), Duration.ofMinutes(15));

    @Test
    void doublesUpToTheLongestForEver() {
        assertThat(IntStream.range(0, 12).mapToObj(i -> backoff.next(ONE).toMillis()))
                .containsExactly(
                        750L, 1500L, 3000L, 6000L, 12000L, 24000L, 48000L, 96000L, 192000L, 384000L, 768000L, 900000L);
        assertThat(IntStream.range(0, 5000).mapToObj(i -> backoff.next(ONE)).toList())
                .containsOnly(Duration.ofMinutes(15));
    }

    @Test
    void isPerObjectAndStartsAnewAfterASuccess() {
        backoff.next(ONE);
        backoff.next(ONE);

        assertThat(backoff.next(OTHER)).isEqualTo(Duration.ofMillis(750));
        backoff.reset(ONE);
        assertThat(backoff.next(ONE)).isEqualTo(Duration.ofMillis(750));
    }

    @Test
    void intervalsAreSpreadBothWays() {
        Duration hour = Duration.ofHours(1);

        assertThat(new IntervalJitter(5, () -> 0.0).spread(hour)).isEqualTo(Duration.ofMinutes(57));
        assertThat(new IntervalJitter(5, () -> 0.5).spread(hour)).isEqualTo(hour);
        assertThat(new IntervalJitter(0, () -> 0.9).spread(hour)).isEqualTo(hour);
        assertThat(new IntervalJitter(50, () -> 0.75).spread(hour)).isEqualTo(Duration.ofMinutes(75));
    }
}
