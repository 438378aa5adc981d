package io.fluxj.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScalarLookTest {

    @ParameterizedTest
    @ValueSource(strings = {"a: b", "# no", "- item", "*alias", " edge", "%directive", "a #b"})
    void knowsWhatWouldReadAsSomethingElse(String text) {
        ScalarLook look = ScalarLook.of(text, Dialect.V2);
        assertThat(look.plain()).isFalse();
        assertThat(look.singleQuoted()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a:b", "a#b", "-item", "http://host:80/"})
    void leavesTextPlainThatOnlyLooksLikeIt(String text) {
        assertThat(ScalarLook.of(text, Dialect.V2).plain()).isTrue();
    }

    @Test
    void holdsTabsInBlocksInTheNewerDialectOnly() {
        assertThat(ScalarLook.of("a\tb", Dialect.V2).block()).isFalse();
        assertThat(ScalarLook.of("a\tb", Dialect.V3).block()).isTrue();
        assertThat(ScalarLook.of("a\tb", Dialect.V3).plain()).isFalse();
    }
}
