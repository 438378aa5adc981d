package io.fluxj.automation.setters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the recorded cases do not show. */
class FileEditTest {
    private static final Setters SETTERS = Setters.of(
            "apps",
            Map.of(
                    "web",
                    new Setters.Image("ghcr.io/acme/web", "2.0.0", ""),
                    "num",
                    new Setters.Image("x/y", "010", "")));

    @Test
    void aMarkerAloneOnTheLineAboveCounts() throws Exception {
        assertThat(edited("""
                spec:
                  containers:
                    # {"$imagepolicy": "apps:web"}
                    - image: old:1
                      # {"$imagepolicy": "apps:web:tag"}
                      tag: "1"   # said before
                """)).isEqualTo("""
                spec:
                  containers:
                    # {"$imagepolicy": "apps:web"}
                    - image: ghcr.io/acme/web:2.0.0
                      # {"$imagepolicy": "apps:web:tag"}
                      tag: "2.0.0"   # said before
                """);
    }

    @Test
    void aMarkerOnTheLineItselfWinsOverTheOneAbove() throws Exception {
        assertThat(edited("# {\"$imagepolicy\": \"apps:web\"}\na: old # {\"$imagepolicy\": \"apps:web:name\"}\n"))
                .isEqualTo(
                        "# {\"$imagepolicy\": \"apps:web\"}\na: ghcr.io/acme/web # {\"$imagepolicy\": \"apps:web:name\"}\n");
    }

    @Test
    void aMarkerAboveAMappingOrListCountsForNothing() throws Exception {
        String text =
                "# {\"$imagepolicy\": \"apps:web\"}\ncontainers:\n- image: old:1\n# {\"$imagepolicy\": \"apps:web\"}\nmap: {a: b}\n";
        assertThat(edited(text)).isEqualTo(text);
    }

    @Test
    void itemsOfAListAreSetWhereTheyStandAndToldAsObjectsOfTheirOwn() throws Exception {
        EditedFile edited = FileEdit.edit("""
                apiVersion: v1
                kind: List
                items:
                - apiVersion: v1
                  kind: Pod
                  metadata: {name: p}
                  image: old # {"$imagepolicy": "apps:web:tag"}
                """, SETTERS);
        assertThat(edited.text()).contains("  image: 2.0.0 # {");
        assertThat(edited.changes())
                .containsExactly(Map.entry(
                        new ObjectId("v1", "Pod", "p", ""), List.of(new Change("old", "2.0.0", "apps:web:tag"))));
    }

    @Test
    void placesAreRightBehindCharactersOfTwoParts() throws Exception {
        assertThat(edited("x: \"😀\"\r\na: &i old # {\"$imagepolicy\": \"apps:web:tag\"}\r\nb: *i\r\n"))
                .isEqualTo("x: \"😀\"\r\na: &i 2.0.0 # {\"$imagepolicy\": \"apps:web:tag\"}\r\nb: *i\r\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {"old|^\"010\"^", "'old'|'010'", "\"old\"|^\"010\"^", "!!str old|^!!str \"010\"^"})
    void textsThatLookLikeNumbersAreQuoted(String old, String written) throws Exception {
        assertThat(edited("a: " + old + " # {\"$imagepolicy\": \"apps:num:tag\"}\n"))
                .isEqualTo("a: " + written + " # {\"$imagepolicy\": \"apps:num:tag\"}\n");
    }

    @Test
    void keysAreNoValues() throws Exception {
        String text = "? key # {\"$imagepolicy\": \"apps:web\"}\n: value\n";
        assertThat(edited(text)).isEqualTo(text);
    }

    @Test
    void whatCannotBeReadIsToldWithItsLine() {
        assertThatThrownBy(() -> edited("a: b\nc: [\n"))
                .isInstanceOf(UnparsableFileException.class)
                .hasMessageStartingWith("line ");
        assertThatThrownBy(() -> edited("a: " + "[".repeat(5000) + "]".repeat(5000)))
                .hasMessage("values lie more than 200 deep within each other");
        assertThatThrownBy(() -> edited("a: *nowhere\n")).hasMessage("unknown anchor 'nowhere' referenced");
    }

    private static String edited(String text) throws UnparsableFileException {
        return FileEdit.edit(text, SETTERS).text();
    }
}
