package io.fluxj.kustomize.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;

class YamlReaderTest {
    private static final Bounds BOUNDS = new Bounds(1000, 100);
    private static final int MOST = 2200;

    /** The parser's buffer ends between the halves of the character for one of these lengths. */
    @Test
    void readsCharactersOfTwoHalvesWhereverTheyStand() {
        for (int length = 0; length < MOST; length++) {
            String value = "x".repeat(length) + "😀";
            Node root = Objects.requireNonNull(YamlReader.read("a: " + value + "\n", BOUNDS, 1));
            assertThat(root.content().get(1).value())
                    .as("after %d characters", length)
                    .isEqualTo(value);
        }
    }
}
