package io.fluxj.kustomize.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Types of plain text by the rules of kyaml-style.md, A2. */
class ScalarsTest {

    private static Object read(String text) {
        return String.valueOf(Scalars.read(text, Scalars.Rules.YAML_1_2).value());
    }

    @ParameterizedTest
    @CsvSource({
        "007, 7",
        "0777_1, 4089",
        "0x1F, 31",
        "0b101, 5",
        "0o17, 15",
        "08, 8.0",
        "1_000, 1000",
        "-0, 0",
        "+5, 5",
        ".5_0, 0.5",
        "1e3, 1000.0",
        "18446744073709551615, 18446744073709551615"
    })
    void readsNumbers(String text, String value) {
        assertThat(read(text)).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource({
        "2002-12-14, 2002-12-14T00:00:00Z",
        "2001-12-14t21:59:43.10-05:00, 2001-12-14T21:59:43.1-05:00",
        "2001-12-15 2:59:43.10, 2001-12-15T02:59:43.1Z"
    })
    void readsTimestampsAsTheirStandardText(String text, String value) {
        assertThat(read(text)).isEqualTo(value);
    }

    @Test
    void takesOldBooleansForTextUnlessAskedForOldRules() {
        assertThat(read("yes")).isEqualTo("yes");
        assertThat(Scalars.read("yes", Scalars.Rules.YAML_1_1).value()).isEqualTo(true);
        assertThat(Scalars.read("Off", Scalars.Rules.YAML_1_1).value()).isEqualTo(false);
    }
}
