package io.fluxj.source.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class IncludedTest {
    private static final Path FOLDER = Path.of("/repository");

    @Test
    void noPathLeadsOut() {
        assertThat(Included.inside(FOLDER, "vendor/b")).isEqualTo(FOLDER.resolve("vendor/b"));
        assertThat(Included.inside(FOLDER, "/etc/passwd")).isEqualTo(FOLDER.resolve("etc/passwd"));
        assertThat(Included.inside(FOLDER, "../../out")).isEqualTo(FOLDER.resolve("out"));
        assertThat(Included.inside(FOLDER, "a/../../../b/./c//d/..")).isEqualTo(FOLDER.resolve("b/c"));
        assertThat(Included.inside(FOLDER, "")).isEqualTo(FOLDER);
    }
}
