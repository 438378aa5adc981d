package io.fluxj.testkit.golden;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class WordingTest {
    private final Wording wording =
            new Wording("open <tmp>/${file}: gone: <tmp>/${file}", "${file}:${line}: no such file: '${file}'");

    @Test
    void acceptsOurSentenceAboutTheSameThing() {
        assertThat(wording.translates("open <tmp>/a.yaml: gone: <tmp>/a.yaml", "a.yaml:7: no such file: 'a.yaml'"))
                .isTrue();
    }

    @Test
    void refusesOurSentenceAboutSomethingElse() {
        String recorded = "open <tmp>/a.yaml: gone: <tmp>/a.yaml";
        assertThat(wording.translates(recorded, "b.yaml:7: no such file: 'b.yaml'"))
                .isFalse();
        assertThat(wording.translates(recorded, "a.yaml:7: no such file: 'b.yaml'"))
                .isFalse();
        assertThat(wording.translates(recorded, recorded)).isFalse();
        assertThat(wording.translates("another sentence", "a.yaml:7: no such file: 'a.yaml'"))
                .isFalse();
    }

    @Test
    void aNameStandsForTheSameTextThroughoutTheRecordedSentence() {
        assertThat(wording.translates("open <tmp>/a.yaml: gone: <tmp>/b.yaml", "a.yaml:7: no such file: 'a.yaml'"))
                .isFalse();
    }

    @Test
    void takesPunctuationLiterally() {
        Wording literal = new Wording("a.b (${x})", "[${x}]*");
        assertThat(literal.translates("a.b (.+)", "[.+]*")).isTrue();
        assertThat(literal.translates("acb (.+)", "[.+]*")).isFalse();
        assertThat(literal.translates("a.b (.+)", "[cc]*")).isFalse();
    }

    @Test
    void tellsWhatWasExpected() {
        assertThat(wording.translation("open <tmp>/a.yaml: gone: <tmp>/a.yaml"))
                .contains("a.yaml:${line}: no such file: 'a.yaml'");
        assertThat(wording.translation("another sentence")).isEmpty();
    }
}
