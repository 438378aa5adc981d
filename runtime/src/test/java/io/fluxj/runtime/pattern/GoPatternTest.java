package io.fluxj.runtime.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.re2j.PatternSyntaxException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GoPatternTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "(a{1000}){1000}",
                "((a{100}){100}){100}",
                "(?:a|b{999}){999}",
                "\\pL{1000}{1000}",
                "[^]]{1000}[[:alpha:]\\]]{1000}{900}"
            })
    void refusesWhatGrows(String expression) {
        assertThatThrownBy(() -> GoPattern.compile(expression)).isInstanceOf(PatternSyntaxException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "'^[0-9]{14}-[a-f0-9]{40}-[0-9]{8}$', 20240101120000-0123456789012345678901234567890123456789-20240101",
        "'^[]a]{2}\\Q{9}{9}{9}\\E$', ]a{9}{9}{9}",
        "'\\x{41}{3}', AAA"
    })
    void takesWhatPeopleWrite(String expression, String text) {
        assertThat(GoPattern.compile(expression).matcher(text).find()).isTrue();
    }

    @Test
    void saysWhatIsWrongAsGoDoes() {
        assertThatThrownBy(() -> GoPattern.compile("\\"))
                .hasMessage("error parsing regexp: trailing backslash at end of expression: ``");
        assertThatThrownBy(() -> GoPattern.compile("[a-")).hasMessage("error parsing regexp: missing closing ]: `[a-`");
    }

    @Test
    void longExpressionsCostNoStack() {
        assertThatThrownBy(() -> GoPattern.compile("(".repeat(16_000))).isInstanceOf(PatternSyntaxException.class);
        assertThatThrownBy(() -> GoPattern.compile("[" + "a\\]".repeat(5_000)))
                .isInstanceOf(PatternSyntaxException.class);
    }
}
