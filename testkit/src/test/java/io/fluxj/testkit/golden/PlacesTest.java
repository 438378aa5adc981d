package io.fluxj.testkit.golden;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxj.golden.Yaml;
import io.fluxj.testkit.golden.Places.Notation;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class PlacesTest {
    @Test
    void writesNamesAsTheRecordingDoes() {
        Map<String, String> names = Map.of("GIT", "127.0.0.1:4000");
        assertThat(Places.of(Notation.AT, names).fill("http://@GIT@/x")).isEqualTo("http://127.0.0.1:4000/x");
        assertThat(Places.of(Notation.BRACES, names).fill("http://{GIT}/x")).isEqualTo("http://127.0.0.1:4000/x");
        assertThat(Places.of(Notation.DOLLAR, names).fill("http://${GIT}/x")).isEqualTo("http://127.0.0.1:4000/x");
    }

    @Test
    void fillsInFixturesAsTheyAre() {
        Places places = new Places(Notation.AT, Map.of(), name -> "content of " + name + " $1\n");

        assertThat(places.fill(Yaml.parse("{a: ['@FILE:keys/k@'], b: 1}")))
                .isEqualTo(Yaml.parse("{a: [\"content of keys/k $1\\n\"], b: 1}"));
    }

    @Test
    void putsNamesBackForAddressesAndNothingElse() {
        Places places = Places.of(Notation.AT, Map.of("GIT", "127.0.0.1:4000")).and("NS", "git");

        assertThat(places.fill("@NS@@GIT@")).isEqualTo("git127.0.0.1:4000");
        assertThat(places.generalize("git at 127.0.0.1:4000")).isEqualTo("git at @GIT@");
    }
}
