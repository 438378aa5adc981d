package io.fluxj.runtime.apply;

import static org.assertj.core.api.Assertions.assertThat;

import io.javaoperatorsdk.operator.processing.event.ResourceID;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class DriftPaceTest {
    private static final ResourceID APP = new ResourceID("app", "team");

    private long now = 1;
    private final DriftPace pace = new DriftPace(() -> now);

    @Test
    void theFirstTimeIsAtOnce() {
        assertThat(pace.next(APP)).contains(Duration.ZERO);
        assertThat(pace.next(new ResourceID("other", "team"))).contains(Duration.ZERO);
    }

    @Test
    void whatDoesNotEndIsSeenMoreAndMoreSeldom() {
        List<Long> seconds = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            Duration wait = pace.next(APP).orElseThrow();
            seconds.add(wait.toSeconds());
            now += wait.toNanos();
        }
        assertThat(seconds).containsExactly(0L, 1L, 2L, 4L, 8L, 16L, 32L, 64L, 128L, 256L, 300L, 300L);
    }

    @Test
    void oneWakeIsEnoughForAllThatComesBeforeIt() {
        assertThat(pace.next(APP)).contains(Duration.ZERO);
        assertThat(pace.next(APP)).contains(Duration.ofSeconds(1));
        assertThat(pace.next(APP)).isEqualTo(Optional.empty());
    }

    @Test
    void afterSomePeaceItIsAtOnceAgain() {
        for (int i = 0; i < 5; i++) {
            now += pace.next(APP).orElseThrow().toNanos();
        }
        now += Duration.ofMinutes(11).toNanos();

        assertThat(pace.next(APP)).contains(Duration.ZERO);
    }
}
