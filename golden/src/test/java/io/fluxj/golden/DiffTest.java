package io.fluxj.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class DiffTest {
    @Test
    void saysNothingOfEqualTexts() {
        assertThat(Diff.between("a\nb\n", "a\nb\n")).isEmpty();
    }

    @Test
    void seesLineEnds() {
        assertThat(Diff.between("a\nb\n", "a\r\nb\n")).isEqualTo("the ends of lines differ\n");
    }

    @Test
    void showsWhatDiffersWithThreeLinesAround() {
        String recorded = lines(1, 20);
        String seen = recorded.replace("line 10\n", "line ten\nand more\n");

        assertThat(Diff.between(recorded, seen)).isEqualTo("""
                  ...
                  line 7
                  line 8
                  line 9
                - line 10
                + line ten
                + and more
                  line 11
                  line 12
                  line 13
                """);
    }

    @Test
    void leavesOutWhatLiesBetweenTwoChanges() {
        String recorded = lines(1, 12);
        String seen = recorded.replace("line 1\n", "").replace("line 12\n", "");

        assertThat(Diff.between(recorded, seen)).isEqualTo("""
                - line 1
                  line 2
                  line 3
                  line 4
                  ...
                  line 9
                  line 10
                  line 11
                - line 12
                """);
    }

    @Test
    void comparesTextsTooLongForATable() {
        String recorded = lines(1, 5000);

        assertThat(Diff.between(recorded, recorded + "more\n")).endsWith("  line 5000\n+ more\n");
    }

    private static String lines(int first, int last) {
        return IntStream.rangeClosed(first, last)
                .mapToObj(i -> "line " + i + "\n")
                .collect(Collectors.joining());
    }
}
