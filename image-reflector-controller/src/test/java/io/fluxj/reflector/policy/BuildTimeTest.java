package io.fluxj.reflector.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxj.archive.Digest;
import io.fluxj.oci.Digests;
import io.fluxj.oci.Manifest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What images say of when they were built. */
class BuildTimeTest {
    private static final Digest DIGEST = Digests.parse("sha256:" + "0".repeat(64));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"created\":\"2026-01-02T03:04:05Z\"} | '' | 2026-01-02T03:04:05Z",
                "{\"created\":\"2026-01-02T03:04:05.123456789+02:00\"} | '' | 2026-01-02T01:04:05.123456789Z",
                "{\"created\":\"2026-01-02T03:04:05Z\",\"config\":{\"Labels\":{\"org.opencontainers.image.created\":\"2026-05-01T00:00:00Z\"}}} | 2026-04-01T00:00:00Z | 2026-05-01T00:00:00Z",
                "{\"created\":\"2026-01-02T03:04:05Z\"} | 2026-04-01T00:00:00Z | 2026-04-01T00:00:00Z",
                "{\"created\":\"1970-01-01T00:00:00Z\"} | '' | none",
                "{\"created\":\"0001-01-01T00:00:00Z\"} | '' | none",
                "{\"created\":\"yesterday\"} | tomorrow | none",
                "{\"created\":7} | '' | none",
                "[1 | '' | none",
                "'' | '' | none"
            })
    void areReadFromLabelAnnotationOrCreation(String config, String annotation, String expected) {
        Manifest.Image image = new Manifest.Image(
                DIGEST,
                Optional.empty(),
                List.of(),
                "",
                annotation.isEmpty() ? Map.of() : Map.of("org.opencontainers.image.created", annotation));

        assertThat(BuildTime.of(image, config.getBytes(StandardCharsets.UTF_8))
                        .map(Object::toString)
                        .orElse("none"))
                .isEqualTo(expected);
    }
}
