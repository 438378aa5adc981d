package io.fluxj.reflector.policy;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.fluxj.oci.Manifest;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.stream.Stream;

/** When an image was built, by what it says of itself. Source: OCI image specification, "Annotations" and "Image Configuration". */
final class BuildTime {
    private static final String LABEL = "org.opencontainers.image.created";
    private static final int DEPTH = 64;
    /** Builds that are to give the same bytes each time say 1970, or year one. */
    private static final Instant EARLIEST = Instant.parse("1980-01-02T00:00:00Z");

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEPTH)
                            .build())
                    .build())
            .build();

    private BuildTime() {}

    /**
     * By its label, else the annotation of its manifest, else the time of its creation.
     *
     * @param config of the image
     * @return empty when it says none, or none that can be
     */
    static Optional<Instant> of(Manifest.Image image, byte[] config) {
        JsonNode root = parsed(config);
        return Stream.of(
                        root.path("config").path("Labels").path(LABEL).asText(""),
                        image.annotations().getOrDefault(LABEL, ""),
                        root.path("created").asText(""))
                .flatMap(text -> instant(text).stream())
                .findFirst();
    }

    /** What is no JSON says nothing, such as the config of a chart or of a signature. */
    private static JsonNode parsed(byte[] config) {
        try {
            return JSON.readTree(config);
        } catch (IOException malformed) {
            return JSON.missingNode();
        }
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant()).filter(time -> !time.isBefore(EARLIEST));
        } catch (DateTimeException malformed) {
            return Optional.empty();
        }
    }
}
