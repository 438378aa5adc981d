package io.fluxj.substitution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values and texts are as large as ConfigMaps can be; neither time nor memory may explode. */
final class BoundsTest {

    private static final String LARGE = "a".repeat(1 << 20);

    @ParameterizedTest
    @CsvSource({"${v##*x}", "${v%%x*}", "${v#*x}", "${v%*x*}", "${v##*[b-d]*x}"})
    void trimsLargeValuesInLinearTime(String template) throws SubstitutionException {
        assertThat(Template.parse(template).evaluate(Map.of("v", LARGE), Mode.STRICT))
                .isEqualTo(LARGE);
    }

    @Test
    void refusesTrimmingThatWouldTakeTooLong() {
        var template = "${v##" + "*a".repeat(100) + "b}";

        assertRefused(template, "takes more than");
    }

    @Test
    void refusesMuchWorkInSmallPortions() {
        assertRefused("${v##*a}".repeat(1000), "takes more than");
    }

    @Test
    void refusesReplacementsThatWouldFillTheMemory() {
        assertRefused("${v//a/${v}}", "exceeds");
    }

    @Test
    void refusesTextsThatWouldFillTheMemory() {
        assertRefused("${v}".repeat(65), "exceeds");
    }

    private static void assertRefused(String template, String message) {
        assertThatThrownBy(() -> Template.parse(template).evaluate(Map.of("v", LARGE), Mode.STRICT))
                .isInstanceOf(SubstitutionException.class)
                .hasMessageContaining(message);
    }
}
