package io.fluxj.substitution;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class TemplateVariablesTest {

    @Test
    void namesEveryVariableThatTheTextRefersTo() throws SubstitutionException {
        assertThat(Template.parse("${a} ${b:-${c}/${d##x}} $${e} $f").variables())
                .containsExactly("a", "b", "c", "d");
    }

    @Test
    void acceptsAsciiNamesOnly() {
        assertThat(VariableName.isValid("_a1")).isTrue();
        assertThat(VariableName.isValid("1a")).isFalse();
        assertThat(VariableName.isValid("é")).isFalse();
        assertThat(VariableName.isValid("a-b")).isFalse();
        assertThat(VariableName.isValid("")).isFalse();
    }
}
