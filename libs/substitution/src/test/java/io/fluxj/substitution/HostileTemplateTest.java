package io.fluxj.substitution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

final class HostileTemplateTest {

    @Test
    void refusesExpressionsNestedTooDeeply() {
        var template = "${a:-".repeat(100_000);

        assertThatThrownBy(() -> Template.parse(template)).hasMessage("expressions are nested too deeply");
    }

    @Test
    void matchesManyStarsInReasonableTime() throws SubstitutionException {
        var value = "a".repeat(2_000);

        assertThat(Template.parse("${v##" + "*a".repeat(50) + "b}").evaluate(Map.of("v", value), Mode.STRICT))
                .isEqualTo(value);
    }

    @Property
    void anyTextIsEitherSubstitutedOrRefused(
            @ForAll
                    @StringLength(max = 40)
                    @Chars({'$', '{', '}', ':', '-', '#', '%', '/', '\\', 'v', '[', ']', '*', '^', ','})
                    String template) {
        try {
            assertThat(Template.parse(template).evaluate(Map.of("v", "väl/ue"), Mode.LENIENT))
                    .isNotNull();
        } catch (SubstitutionException e) {
            assertThat(e).hasMessageNotContaining("väl");
        }
    }

    @Property
    void textWithoutDollarsStaysAsItIs(@ForAll @CharRange(from = '%', to = '~') String text)
            throws SubstitutionException {
        assertThat(Template.parse(text).evaluate(Map.of(), Mode.STRICT)).isEqualTo(text);
    }
}
