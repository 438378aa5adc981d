package io.fluxj.runtime.git;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxj.semver.Constraint;
import io.fluxj.semver.InvalidConstraintException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VersionTagsTest {
    private static final List<String> TAGS = List.of(
            "1.0.0",
            "v1.0.0",
            "v1.1.0",
            "1.2.0-rc.1",
            "release",
            "1.3",
            "v2",
            "2.0.0-beta.2",
            "2.0.0-beta.10",
            "app/v9.0.0");

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "1.0.x; 1.0.0,v1.0.0",
                ">=1.0.0 <2.0.0; v1.1.0",
                ">=1.0.0-0; 2.0.0-beta.10",
                "*; v1.1.0",
                "1.3.x; ''",
                ">=5.0.0; ''"
            })
    void choosesTheNewestVersionInAllItsSpellings(String range, String tags) throws InvalidConstraintException {
        List<String> expected = tags.isEmpty() ? List.of() : List.of(tags.split(","));
        assertThat(VersionTags.newest(Constraint.parse(range), TAGS)).containsExactlyInAnyOrderElementsOf(expected);
    }
}
