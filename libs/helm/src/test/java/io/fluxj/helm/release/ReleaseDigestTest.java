package io.fluxj.helm.release;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.fluxj.golden.Diff;
import io.fluxj.golden.GoldenFolder;
import io.fluxj.golden.GoldenTests;
import io.fluxj.golden.Verdict;
import io.fluxj.helm.values.ValuesYaml;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The digests that helm-controller wrote for releases that it had stored. */
class ReleaseDigestTest {

    @TestFactory
    Stream<DynamicNode> areThoseOfHelmController() {
        GoldenFolder folder = GoldenFolder.of(Path.of("src/test/resources/corpus"));
        return GoldenTests.of(
                folder.items("release-digests.yaml", "cases"), recording -> verdict(recording.document()));
    }

    private static Verdict verdict(JsonNode recorded) {
        String json = recorded.path("releaseJSON").asText();
        Release release = ReleaseJson.decoded(json, Map.of());
        JsonNode snapshot = recorded.at("/status/history/0");
        String seen = ReleaseDigest.of(release, snapshot.path("ociDigest").asText()) + "\n"
                + ReleaseDigest.ofValues(release.config()) + "\n" + ReleaseJson.encoded(release) + "\n";
        String expected = snapshot.path("digest").asText() + "\n"
                + snapshot.path("configDigest").asText() + "\n" + json + "\n";
        return Verdict.of(Diff.between(expected, seen));
    }

    /** The executed check of the reference. */
    @Test
    void ofValuesIsThatOfSortedYaml() {
        String values =
                "{a: 'x: y', b: {a: true, z: [{x: \"two\\nlines\", \"y\": 1}]}, e: {}, f: 1.5, l: [p, q], \"n\": null, s: '123'}";
        assertThat(ReleaseDigest.ofValues(ValuesYaml.read(values)))
                .hasToString("sha256:f3e8d4e392dec1e7da026085403378fca96588d61a21c2b86c6ab4a2f831c77d");
    }
}
