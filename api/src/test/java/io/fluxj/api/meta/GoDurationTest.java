package io.fluxj.api.meta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GoDurationTest {

    /** Values of Go's own documentation and tests of time.ParseDuration. */
    @ParameterizedTest
    @CsvSource({
        "0, PT0S",
        "0s, PT0S",
        "5s, PT5S",
        "1m, PT60S",
        "1h2m3.5s, PT1H2M3.5S",
        "100ms, PT0.1S",
        "10ns, PT0.00000001S",
        "11us, PT0.000011S",
        "12µs, PT0.000012S",
        "3h30m, PT3H30M",
        ".5s, PT0.5S",
        "1.s, PT1S",
        "-1.5h, PT-1H-30M",
        "39h9m14.425s, PT39H9M14.425S",
        "0.3333333333333333333h, PT20M"
    })
    void readsWhatGoReads(String text, Duration value) {
        Duration parsed = GoDuration.parse(text).value();

        assertThat(parsed).isBetween(value.minusNanos(1), value);
    }

    @ParameterizedTest
    @CsvSource({
        "PT0S, 0s",
        "PT0.000000001S, 1ns",
        "PT0.0000011S, 1.1µs",
        "PT0.0022S, 2.2ms",
        "PT3.3S, 3.3s",
        "PT4M5S, 4m5s",
        "PT4M5.001S, 4m5.001s",
        "PT5H6M7.001S, 5h6m7.001s",
        "PT1H, 1h0m0s",
        "PT10M, 10m0s",
        "PT20S, 20s",
        "PT-90S, -1m30s",
        "PT0.75S, 750ms",
        "PT100H, 100h0m0s"
    })
    void printsAsGoPrints(Duration value, String text) {
        assertThat(GoDuration.of(value).text()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "3", "-", "s", ".", "1x", "1d", "1..5s", "+", ".s", "1h 2m", "5 s", "1e3s", "९s", "PT5S"})
    void refusesWhatIsNoDurationAndShowsIt(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GoDuration.parse(text))
                .withMessageContaining("\"" + text + "\"")
                .withMessageContaining("such as 30s");
    }

    @Test
    void refusesWhatDoesNotFitInto64BitsOfNanoseconds() {
        assertThat(GoDuration.parse("2562047h47m16.854775807s").value()).isEqualTo(Duration.ofNanos(Long.MAX_VALUE));
        assertThatIllegalArgumentException().isThrownBy(() -> GoDuration.parse("2562047h47m16.854775808s"));
        assertThatIllegalArgumentException().isThrownBy(() -> GoDuration.parse("9".repeat(100_000) + "h"));
    }

    @Test
    void keepsTheTextAsWritten() {
        assertThat(GoDuration.parse("90s").text()).isEqualTo("90s");
    }
}
