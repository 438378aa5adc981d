package io.fluxj.runtime.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ConcealedValuesTest {

    @ParameterizedTest
    @CsvSource(quoteCharacter = '~', textBlock = """
            hunter2-long,   undefined alias hunter2-long,           undefined alias *****
            *hunter2-long,  undefined alias hunter2-long,           undefined alias *****
            &hunter2-long,  anchor hunter2-long used,               anchor ***** used
            !hunter2-long,  tag !<!hunter2-long>,                   tag !<*****>
            Hunter2-Long,   name: hunter2-long,                     name: *****
            hunter2-long,   name: x-hunter2-long-y,                 name: x-*****-y
            pass"word\\1,   Invalid value: "pass\\"word\\\\1": no,  Invalid value: "*****": no
            it's-a-secret,  found "it''s-a-secret",               found "*****"
            hunter2-long,   data aHVudGVyMi1sb25n is,               data ***** is
            a/b?c=d&e=f,    GET /a%2Fb%3Fc%3Dd%26e%3Df failed,      GET /***** failed
            abcd,           key abcd and abcdef,                    key ***** and abcdef
            *abcd,          alias abcd,                             alias *****
            main,           "main" in the domain,                   "*****" in the domain
            1,              line 1: value "1" at '1',               line 1: value "*****" at '*****'
            true,           true: must be "true",                   true: must be "*****"
            """)
    void hidesAValueInWhatOthersMadeOfIt(String value, String text, String clean) {
        assertThat(ConcealedValues.of(List.of(value)).conceal(text)).isEqualTo(clean);
    }

    @Test
    void hidesWhatIsQuotedInPart() {
        ConcealedValues values = ConcealedValues.of(List.of("0123456789abcdefghijklmnopqrstuvwxyz"));

        assertThat(values.conceal("k: 0123456789abcdefghi ... ^")).isEqualTo("k: ***** ... ^");
        assertThat(values.conceal("k: ...ghijklmnopqrstuvwxyz")).isEqualTo("k: ...*****");
    }

    @Test
    void hidesTheLinesOfAValueAndTheValueWithoutLineBreaks() {
        ConcealedValues values = ConcealedValues.of(List.of("first-line\nsecond-line\n"));

        assertThat(values.conceal("'first-linesecond-line' or second-line")).isEqualTo("'*****' or *****");
    }

    @Test
    void leavesOtherTextsAsTheyAre() {
        ConcealedValues values = ConcealedValues.of(List.of("", " ", "a", "postgres-password-of-production"));

        assertThat(values.conceal("a password is wanted: \"password\""))
                .isEqualTo("a password is wanted: \"password\"");
        assertThat(ConcealedValues.none().conceal("x")).isEqualTo("x");
    }

    @Test
    void isQuickWithLargeValuesAndTexts() {
        ConcealedValues values = ConcealedValues.of(List.of("ab".repeat(1 << 19)));

        org.junit.jupiter.api.Assertions.assertTimeout(
                Duration.ofSeconds(20), () -> values.conceal("the text ".repeat(8_000)));
    }

    @Test
    void doesNotPrintThem() {
        assertThat(ConcealedValues.of(List.of("hunter2-long")).toString()).doesNotContain("hunter2");
    }
}
