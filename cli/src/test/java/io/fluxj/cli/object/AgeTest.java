package io.fluxj.cli.object;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lengths of time as kubectl shows them: the table of {@code k8s.io/apimachinery/pkg/util/duration}'s own tests. */
final class AgeTest {

    @ParameterizedTest
    @CsvSource({
        "PT1S, 1s",
        "PT70S, 70s",
        "PT190S, 3m10s",
        "PT70M, 70m",
        "PT47H, 47h",
        "PT49H, 2d1h",
        "PT219H, 9d",
        "P367D, 367d",
        "P1489D, 4y29d",
        "P3291D, 9y",
        "PT0.5S, 0s",
        "PT2M, 2m",
        "PT3H, 3h",
        "PT8H, 8h",
        "P2D, 2d",
        "P8D, 8d",
        "P730D, 2y"
    })
    void namesAtMostTwoUnits(String length, String expected) {
        assertThat(Age.of(Duration.parse(length))).isEqualTo(expected);
    }
}
