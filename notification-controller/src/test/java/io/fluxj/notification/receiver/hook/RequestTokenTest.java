package io.fluxj.notification.receiver.hook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** The form is that of recorded annotations. */
class RequestTokenTest {
    @Test
    void isTheTimeAsGoPrintsIt() {
        AtomicLong nanos = new AtomicLong(5);
        Clock clock = Clock.fixed(Instant.parse("2026-11-21T01:40:07.585164645Z"), ZoneOffset.UTC);
        RequestToken tokens = new RequestToken(clock, nanos::get);
        nanos.addAndGet(966_255_141_123L);

        assertThat(tokens.next()).isEqualTo("2026-11-21 01:40:07.585164645 +0000 UTC m=+966.255141123");
    }

    @Test
    void leavesNoZerosBehindTheTime() {
        Clock clock = Clock.fixed(Instant.parse("2026-11-21T01:40:07.50Z"), ZoneOffset.UTC);

        assertThat(new RequestToken(clock, () -> 0).next()).isEqualTo("2026-11-21 01:40:07.5 +0000 UTC m=+0.000000000");
    }
}
