package io.fluxj.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KeyOrderTest {

    @Test
    void comparesRunsOfDigitsAsNumbersAndPutsLettersLast() {
        assertThat(new KeyOrder(Dialect.V2).sorted(List.of("b", "a10", "a9", "_a", "B", "a")))
                .containsExactly("_a", "B", "a", "a9", "a10", "b");
    }

    @Test
    void putsLettersAfterDigitsFirstInTheNewerDialectOnly() {
        List<String> keys = List.of("a1.b", "a1b");
        assertThat(new KeyOrder(Dialect.V2).sorted(keys)).containsExactly("a1.b", "a1b");
        assertThat(new KeyOrder(Dialect.V3).sorted(keys)).containsExactly("a1b", "a1.b");
    }

    @Test
    void sortsMoreKeysThanFitIntoOneInsertionSort() {
        List<String> keys = IntStream.rangeClosed(1, 100)
                .mapToObj(number -> "key-" + number)
                .toList();
        assertThat(new KeyOrder(Dialect.V2).sorted(keys.reversed())).isEqualTo(keys);
    }
}
