package io.fluxj.runtime.duration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GoDurationTest {
    @ParameterizedTest
    @CsvSource({
        "30s, PT30S",
        "1h30m, PT1H30M",
        "750ms, PT0.75S",
        "1.5h, PT1H30M",
        ".5s, PT0.5S",
        "0, PT0S",
        "-1m, PT-1M",
        "10m0s, PT10M",
        "1h15m30.918s, PT1H15M30.918S",
        "100ns, PT0.0000001S",
        "5us, PT0.000005S",
    })
    void readsWhatGoReads(String text, Duration duration) {
        assertThat(GoDuration.parse(text)).isEqualTo(duration);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "10", "s", "1d", "1h 30m", "1..5s", "-", "+", ".s", "1e3s", "99999999999999h"})
    void refusesWhatGoRefuses(String text) {
        assertThatThrownBy(() -> GoDuration.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "PT10M, 10m0s",
        "PT1H, 1h0m0s",
        "PT3S, 3s",
        "PT0.75S, 750ms",
        "PT1.5S, 1.5s",
        "PT0S, 0s",
        "PT0.0000015S, 1.5µs",
        "PT0.0000001S, 100ns",
        "PT-90S, -1m30s",
        "PT100H, 100h0m0s",
    })
    void writesAsGoWrites(Duration duration, String text) {
        assertThat(GoDuration.format(duration)).isEqualTo(text);
    }

    @Property
    void whatItWritesItReads(@ForAll @LongRange(min = 0, max = Long.MAX_VALUE) long nanos) {
        Duration duration = Duration.ofNanos(nanos);

        assertThat(GoDuration.parse(GoDuration.format(duration))).isEqualTo(duration);
    }
}
