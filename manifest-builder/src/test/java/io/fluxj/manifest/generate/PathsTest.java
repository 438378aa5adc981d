package io.fluxj.manifest.generate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class PathsTest {

    @Test
    void cleansWhatItJoins() {
        assertThat(Paths.join("", "./")).isEmpty();
        assertThat(Paths.join("", "./x/../")).isEmpty();
        assertThat(Paths.join("", "x//y/")).isEqualTo("x/y");
        assertThat(Paths.join("apps", "../comp")).isEqualTo("comp");
    }

    @Test
    void staysInside() {
        assertThat(Paths.join("", "../../../../etc")).isEqualTo("etc");
        assertThat(Paths.join("", "/etc")).isEqualTo("etc");
    }
}
