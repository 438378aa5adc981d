package io.fluxj.substitution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

final class ByteTextTest {

    @Test
    void refusesANegativeLengthBeforeAnythingIsCut() {
        assertThatThrownBy(() -> ByteText.substring("value", List.of("0", "-1"), 7))
                .isInstanceOfSatisfying(
                        SubstitutionException.class, e -> assertThat(e.offset()).isEqualTo(7))
                .hasMessage("the length of a substring must not be negative");
    }

    @Test
    void cutsNothingWhereTheLengthIsNone() throws SubstitutionException {
        assertThat(ByteText.substring("value", List.of("2", "0"), 0)).isEmpty();
    }
}
