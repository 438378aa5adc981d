package io.fluxj.kustomize.regex;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.re2j.PatternSyntaxException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The verdicts on repeats are those of Go's regexp/syntax. Nothing here reaches the library: only the check is asked. */
class RegexSizeTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(a{40}){26}",
                "((a{10}){10}){11}",
                "(?:(b|a{40}c){2,}x){13}",
                "([a{5}]{501}b){2}",
                "(\\x{61}{501}){2,3}?",
                "(\\Qa{5}\\E{501}){2}",
                "(a{501}*){2}",
                "a{1001}",
                "a{5,1001}",
                "(a{0,501}){2}"
            })
    void refusesRepeatCountsWhoseProductIsOverAThousand(String expression) {
        assertThatThrownBy(() -> RegexSize.check(expression))
                .isInstanceOf(PatternSyntaxException.class)
                .hasMessageContaining("invalid repeat count");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?",
                "(a{40}){25}",
                "a{500}b{500}c{500}",
                "(a{501}){1}",
                "((a{501}){0}){2}",
                "([a{501}]{5}){2}",
                "(\\p{Lu}\\{501}){2}",
                "(\\Q(a{501}\\E){2}",
                "(a{,501}){2}",
                "([]a{501}]x){2}",
                "([[:alpha:]]{2}){3}",
                "a{",
                "[a",
                "\\"
            })
    void letsPassWhatGoLetsPassOrWhatIsMalformedOtherwise(String expression) {
        assertThatCode(() -> RegexSize.check(expression)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "a{900}", "("})
    void refusesWhatIsTooLongTooLargeOrTooDeep(String part) {
        String expression = part.repeat(part.length() == 1 ? RegexSize.LONGEST + 1 : 12);
        assertThatThrownBy(() -> RegexSize.check(expression)).isInstanceOf(PatternSyntaxException.class);
    }
}
