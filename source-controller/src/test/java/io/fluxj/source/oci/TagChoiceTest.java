package io.fluxj.source.oci;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TagChoiceTest {
    private static final List<String> TAGS = List.of(
            "1.0.0", "1.1.0", "v1.10.0", "2.0.0-rc.1", "1.2.0-dev.1", "9.9", "09.0.0", "latest", "3.0.0_build.1");

    @ParameterizedTest
    @CsvSource({
        ">=1.0.0, '', v1.10.0",
        ">=1.0.0-0, '', 2.0.0-rc.1",
        ">=1.0.0-0, .*-dev.*, 1.2.0-dev.1",
        "1.1.x, '', 1.1.0",
        "*, ^1, 1.1.0",
    })
    void takesTheNewestFullVersionInTheRangeThatTheFilterLetsThrough(String range, String filter, String newest) {
        assertThat(TagChoice.of(new WantedRevision.Range(range, filter, false)).newest(TAGS))
                .contains(newest);
    }

    @Test
    void tagsOfChartsWriteAnUnderscoreForThePlus() {
        assertThat(TagChoice.of(new WantedRevision.Range(">=2", "", true)).newest(TAGS))
                .contains("3.0.0_build.1");
        assertThat(TagChoice.of(new WantedRevision.Range(">=9", "", false)).newest(TAGS))
                .isEmpty();
    }

    @Test
    void saysWhatIsWrongWithTheRange() {
        assertThatThrownBy(() -> TagChoice.of(new WantedRevision.Range("abc", "", false)))
                .hasMessage("semver 'abc' parse error: improper constraint: \"abc\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"([", "(?:(?:a{1000}){1000}){1000}", "(a{500,}){3}", "(a{2,900}){2}"})
    void refusesFiltersThatAreNoneOrGrow(String filter) {
        assertThatThrownBy(() -> TagChoice.of(new WantedRevision.Range("*", filter, false)))
                .hasMessageStartingWith("error parsing regexp: ");
    }
}
