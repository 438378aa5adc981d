package io.fluxj.notification.receiver.hook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class CallRatesTest {
    private final AtomicLong now = new AtomicLong();
    private final CallRates rates = new CallRates(3, 2, now::get);

    @Test
    void letsManyCallsPassAtOnceAndThenSomeEverySecond() {
        assertThat(calls("/hook/a", 5)).isEqualTo(3);
        now.addAndGet(Duration.ofSeconds(1).toNanos());
        assertThat(calls("/hook/a", 5)).isEqualTo(2);
        now.addAndGet(Duration.ofHours(1).toNanos());
        assertThat(calls("/hook/a", 5)).isEqualTo(3);
    }

    @Test
    void countsEachWebhookForItself() {
        assertThat(calls("/hook/a", 5)).isEqualTo(3);
        assertThat(calls("/hook/b", 5)).isEqualTo(3);
    }

    private int calls(String webhook, int count) {
        int passed = 0;
        for (int i = 0; i < count; i++) {
            passed += rates.take(webhook) ? 1 : 0;
        }
        return passed;
    }
}
