package io.fluxj.helmrelease.values;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** How texts are taken out of plans. */
class ConcealingTest {
    private static final String SECRET = "first line\nsecond \"line\"";

    @Test
    void takesThemOutAsTheyAreAndAsJsonHasThem() {
        assertThat(new Concealing(List.of(SECRET)).of("a " + SECRET + " b \"first line\\nsecond \\\"line\\\"\""))
                .isEqualTo("a ***** b \"*****\"");
    }

    @Test
    void takesOutTheBeginningOfOneThatWasCut() {
        assertThat(new Concealing(List.of("0123456789abcdef")).of("k: \"x0123456…\n  other: 0123…\n  end 01"))
                .isEqualTo("k: \"x*****…\n  other: *****…\n  end 01");
    }

    @Test
    void leavesAllElseAsItIs() {
        assertThat(new Concealing(List.of("0123456789abcdef")).of("nothing… of the kind"))
                .isEqualTo("nothing… of the kind");
    }
}
