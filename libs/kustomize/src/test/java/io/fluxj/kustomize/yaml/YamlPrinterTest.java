package io.fluxj.kustomize.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Expectations are those of the printing rules (kyaml-style.md), not of our own output. */
class YamlPrinterTest {

    private static String scalar(Object value) {
        String text = YamlPrinter.print(Map.of("k", value));
        return text.substring(3, text.length() - 1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "true",
                "yes",
                "y",
                "null",
                "~",
                "1",
                "1e3",
                "0x1f",
                "0644",
                "1_000",
                "1:30",
                "2024-01-02",
                "08",
                "5.",
                ".inf"
            })
    void quotesStringsThatWouldReadAsSomethingElse(String text) {
        assertThat(scalar(text)).isEqualTo('"' + text + '"');
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=",
                "<<",
                "1.2.3",
                "1,000",
                "tRue",
                "a:b",
                "-dash",
                "a#b",
                ":a",
                "?a",
                "a'b",
                "a [b]",
                "1:60",
                "2001-02-30",
                "1e400",
                "0o8"
            })
    void leavesOtherStringsPlain(String text) {
        assertThat(scalar(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a: b", "- a", " a", "a ", "*a", "@a", "---", "# a", "{a"})
    void putsStringsWithIndicatorsIntoSingleQuotes(String text) {
        assertThat(scalar(text)).isEqualTo("'" + text + "'");
    }

    @Test
    void escapesWhatIsNotPrintable() {
        assertThat(scalar("a\tb")).isEqualTo("\"a\\tb\"");
        assertThat(scalar("\uD83D\uDE00")).isEqualTo("\"\\U0001F600\"");
        assertThat(scalar("\uFEFFa")).isEqualTo("\"\\uFEFF\\x61\"");
        assertThat(scalar("a \nb")).isEqualTo("\"a \\nb\"");
    }

    @ParameterizedTest
    @CsvSource({
        "1234567.0, 1234567",
        "1234567.5, 1.2345675e+06",
        "123456.5, 123456.5",
        "0.0001, 0.0001",
        "0.00001, 1e-05",
        "1e20, 1e+20",
        "1e21, 1e+21",
        "-0.0, 0",
        "1.50, 1.5"
    })
    void printsFloatsAsGoDoes(double number, String text) {
        assertThat(scalar(number)).isEqualTo(text);
    }

    @Test
    void keepsIntegersOfSixtyFourBits() {
        assertThat(scalar(Long.MIN_VALUE)).isEqualTo("-9223372036854775808");
        assertThat(scalar(new BigInteger("18446744073709551615"))).isEqualTo("18446744073709551615");
    }

    @Test
    void writesBlocksForSeveralLines() {
        assertThat(scalar("a\nb")).isEqualTo("|-\n  a\n  b");
        assertThat(scalar("a\nb\n")).isEqualTo("|\n  a\n  b");
        assertThat(scalar("a\n\n")).isEqualTo("|+\n  a\n");
        assertThat(scalar(" a\nb\n")).isEqualTo("|2\n   a\n  b");
    }

    @Test
    void laysOutListsUnderTheirKeyAndNestedOnesBesideEachOther() {
        Map<String, Object> value = new LinkedHashMap<>();
        value.put("l", List.of(List.of("x", "z"), Map.of("a", List.of(), "b", Map.of())));
        assertThat(YamlPrinter.print(value)).isEqualTo("l:\n- - x\n  - z\n- a: []\n  b: {}\n");
    }

    @Test
    void foldsLongTextAtTheFirstBlankPastEightyColumns() {
        String words = "word ".repeat(20).strip();
        assertThat(scalar(words))
                .isEqualTo(
                        "word ".repeat(16).strip() + "\n  " + "word ".repeat(4).strip());
    }

    @Test
    void writesLongKeysWithQuestionMarks() {
        String key = "k".repeat(129);
        assertThat(YamlPrinter.print(Map.of(key, "v"))).isEqualTo("? " + key + "\n: v\n");
    }

    @Test
    void ordersKeysNaturally() {
        Map<String, Object> value = new LinkedHashMap<>();
        for (String key : List.of("b", "a10", "A", "a9", "a.b", "ab", "a1", "a-b")) {
            value.put(key, 1L);
        }
        assertThat(YamlPrinter.print(value).lines().map(line -> line.substring(0, line.indexOf(':'))))
                .containsExactly("A", "a-b", "a.b", "a1", "a9", "a10", "ab", "b");
    }

    @Test
    void refusesWhatCannotBePrinted() {
        assertThatThrownBy(() -> scalar(Double.NaN)).isInstanceOf(YamlException.class);
        assertThatThrownBy(() -> scalar("a\u007fb")).isInstanceOf(YamlException.class);
    }
}
