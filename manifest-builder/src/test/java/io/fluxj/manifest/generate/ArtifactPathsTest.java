package io.fluxj.manifest.generate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ArtifactPathsTest {

    @Test
    void cleansWhatItJoins() {
        assertThat(ArtifactPaths.join("", "./")).isEmpty();
        assertThat(ArtifactPaths.join("", "./x/../")).isEmpty();
        assertThat(ArtifactPaths.join("", "x//y/")).isEqualTo("x/y");
        assertThat(ArtifactPaths.join("apps", "../comp")).isEqualTo("comp");
    }

    @Test
    void staysInside() {
        assertThat(ArtifactPaths.join("", "../../../../etc")).isEqualTo("etc");
        assertThat(ArtifactPaths.join("", "/etc")).isEqualTo("etc");
    }
}
