package io.fluxj.runtime.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class HeapWatchdogTest {
    private static final Duration WINDOW = Duration.ofSeconds(30);

    @Test
    void onlyCollectingWithoutEndIsTooMuch() {
        AtomicLong collecting = new AtomicLong(100_000);
        HeapWatchdog watchdog = new HeapWatchdog(collecting::get);

        collecting.addAndGet(26_000);
        assertThat(watchdog.isStuck(WINDOW)).isFalse();

        collecting.addAndGet(28_000);
        assertThat(watchdog.isStuck(WINDOW)).isTrue();
        assertThat(watchdog.isStuck(WINDOW)).isFalse();
    }
}
