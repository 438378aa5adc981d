package io.fluxj.notification.receiver.hook;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.function.LongSupplier;

/** Values of {@code reconcile.fluxcd.io/requestedAt}: the time as Go prints it, with that since the start of the process. Each differs from all others. */
final class RequestToken {
    private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder()
            .appendPattern("uuuu-MM-dd HH:mm:ss")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
            .appendLiteral(" +0000 UTC m=+")
            .toFormatter()
            .withZone(ZoneOffset.UTC);
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final Clock clock;
    private final LongSupplier nanos;
    private final long started;

    RequestToken(Clock clock, LongSupplier nanos) {
        this.clock = clock;
        this.nanos = nanos;
        this.started = nanos.getAsLong();
    }

    String next() {
        Instant now = clock.instant();
        long since = nanos.getAsLong() - started;
        return TIME.format(now) + since / SECOND + "." + "%09d".formatted(since % SECOND);
    }
}
