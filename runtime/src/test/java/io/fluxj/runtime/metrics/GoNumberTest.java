package io.fluxj.runtime.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GoNumberTest {
    /** The right column is what {@code strconv.FormatFloat(x, 'g', -1, 64)} of Go 1.24 prints. */
    @ParameterizedTest
    @CsvSource({
        "0.0, 0",
        "-0.0, 0",
        "1.0, 1",
        "-3.0, -3",
        "60.0, 60",
        "2.5, 2.5",
        "123456.0, 123456",
        "100000.0, 100000",
        "1000000.0, 1e+06",
        "1234567.0, 1.234567e+06",
        "1234567.5, 1.2345675e+06",
        "1732950000.123, 1.732950000123e+09",
        "1.0E20, 1e+20",
        "1.5E21, 1.5e+21",
        "1.0E-4, 0.0001",
        "1.0E-5, 1e-05",
        "-1.0E-9, -1e-09",
        "1.7976931348623157E308, 1.7976931348623157e+308",
        "NaN, NaN",
        "Infinity, +Inf",
        "-Infinity, -Inf"
    })
    void areWrittenAsGoWritesThem(double number, String text) {
        assertThat(GoNumber.of(number)).isEqualTo(text);
    }
}
