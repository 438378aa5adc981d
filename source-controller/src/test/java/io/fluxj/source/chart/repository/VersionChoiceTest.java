package io.fluxj.source.chart.repository;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxj.source.helm.index.IndexEntry;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which version is taken; what was recorded is played by the scenarios. Source: behaviour §1.6. */
class VersionChoiceTest {
    private static IndexEntry entry(String version, int day) {
        return new IndexEntry("app", version, Instant.EPOCH.plusSeconds(86_400L * day), List.of());
    }

    @ParameterizedTest
    @CsvSource({
        "'', 1.2.0",
        "*, 1.2.0",
        "v1.2.0, v1.2.0",
        "1.2.0, 1.2.0",
        "2.x, ''",
        ">=1.0.0-0, 2.0.0-rc.1",
        "1.1, 1.1.0",
        "nonsense, nonsense",
        "other nonsense, ''",
    })
    void takesTheVeryOneOrElseTheNewestWithinTheRange(String wanted, String chosen) {
        VersionChoice choice = VersionChoice.of(wanted);
        for (String version : List.of("2.0.0-rc.1", "1.2.0", "v1.2.0", "1.1.0", "1.2", "nonsense")) {
            if (!choice.look(entry(version, version.startsWith("v") ? 1 : 2))) {
                break;
            }
        }
        assertThat(choice.chosen().map(IndexEntry::version).orElse("")).isEqualTo(chosen);
        assertThat(choice.problem().isPresent()).isEqualTo(wanted.equals("other nonsense"));
    }

    @Test
    void ofEqualVersionsTheYoungestIsTaken() {
        VersionChoice choice = VersionChoice.of("1.0.x");
        choice.look(entry("1.0.0+b", 1));
        choice.look(entry("1.0.0+a", 3));
        choice.look(entry("1.0.0+c", 2));
        assertThat(choice.chosen()).contains(entry("1.0.0+a", 3));
    }
}
