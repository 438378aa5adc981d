package io.fluxj.helm.release;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.golden.Diff;
import io.fluxj.golden.GoldenFolder;
import io.fluxj.golden.GoldenTests;
import io.fluxj.golden.Recording;
import io.fluxj.golden.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** Records of real clusters: read, encoded, read and encoded again, they are what they were. */
class ReleaseRecordsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TIME = "\"2026-11-21T01:59:06.5Z\"";

    @TestFactory
    Stream<DynamicNode> writesWhatItRead() throws IOException {
        Path folder =
                GoldenFolder.of(Path.of("src/test/resources/corpus")).folder().resolve("releases");
        List<Recording> recordings = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                recordings.add(new Recording(
                        String.valueOf(file.getFileName()),
                        file,
                        JSON.readTree(file.toFile()).path("release")));
            }
        }
        return GoldenTests.of(recordings, recording -> verdict(recording.document()));
    }

    private static Verdict verdict(JsonNode recorded) throws IOException {
        String text = JSON.writeValueAsString(recorded).replace("\"<time>\"", TIME);
        Release release = ReleaseJson.decoded(text, Map.of());
        Release again = ReleaseJson.decoded(ReleaseCodec.json(ReleaseCodec.encoded(release)), Map.of());
        return Verdict.of(
                Diff.between(pretty(asHelm4(JSON.readTree(text))), pretty(JSON.readTree(ReleaseJson.encoded(again)))));
    }

    private static String pretty(JsonNode node) throws IOException {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(node);
    }

    /** Helm 3 writes empty times, Helm 4 leaves them out; Helm 4 always says when the schema was changed. */
    private static JsonNode asHelm4(JsonNode release) {
        dropEmpty(release.path("info"), "deleted");
        release.path("hooks").forEach(hook -> {
            dropEmpty(hook.path("last_run"), "started_at");
            dropEmpty(hook.path("last_run"), "completed_at");
        });
        if (release.path("chart") instanceof ObjectNode chart && !chart.has("schemamodtime")) {
            ObjectNode ordered = JSON.createObjectNode();
            chart.properties().forEach(field -> {
                if (field.getKey().equals("files")) {
                    ordered.put("schemamodtime", GoTimes.ZERO);
                }
                ordered.set(field.getKey(), field.getValue());
            });
            ((ObjectNode) release).set("chart", ordered);
        }
        return release;
    }

    private static void dropEmpty(JsonNode holder, String field) {
        if (holder instanceof ObjectNode object
                && object.path(field).asText("x").isEmpty()) {
            object.remove(field);
        }
    }
}
