package io.fluxj.semver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

final class ConstraintTest {
    @Test
    void givesTheHighestAllowed() throws InvalidConstraintException {
        Constraint constraint = Constraint.parse("1.x");

        assertThat(constraint.highest(versions("1.2.0", "1.10.0", "1.9.0", "2.0.0", "1.11.0-rc.1")))
                .map(Version::original)
                .contains("1.10.0");
    }

    @Test
    void givesTheFirstOfEquals() throws InvalidConstraintException {
        assertThat(Constraint.parse("*").highest(versions("1.0.0+b", "1.0.0+a", "v1.0")))
                .map(Version::original)
                .contains("1.0.0+b");
    }

    @Test
    void givesNothingWhenNothingIsAllowed() throws InvalidConstraintException {
        assertThat(Constraint.parse(">3").highest(versions("1.2.0"))).isEmpty();
    }

    @Test
    void refusesTextsThatAreTooLong() {
        assertThatThrownBy(() -> Constraint.parse("1 ".repeat(2049)))
                .isInstanceOf(InvalidConstraintException.class)
                .hasMessageEndingWith("...\"");
    }

    @Test
    void readsLongTextsInLittleTime() {
        assertThatThrownBy(() -> Constraint.parse("1 - ".repeat(1024))).isInstanceOf(InvalidConstraintException.class);
        assertThatThrownBy(() -> Constraint.parse(" ".repeat(4096))).isInstanceOf(InvalidConstraintException.class);
    }

    private static List<Version> versions(String... texts) {
        return List.of(texts).stream().map(t -> Version.parse(t).orElseThrow()).toList();
    }
}
