package io.fluxj.helm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What Helm 4.3.1 says of templates that print no objects: the cases syntax-492 to 495 of the corpus, as whole charts. */
class MalformedManifestsTest {
    private static final Path CASES = Path.of("src/test/resources/malformed-manifests.json");

    @TempDir
    Path chart = Path.of("");

    static List<JsonNode> cases() throws IOException {
        List<JsonNode> cases = new ArrayList<>();
        new ObjectMapper().readTree(CASES.toFile()).path("cases").forEach(cases::add);
        return cases;
    }

    @ParameterizedTest
    @MethodSource("cases")
    void namesFileAndFault(JsonNode recorded) throws IOException {
        Files.createDirectory(chart.resolve("templates"));
        Files.writeString(chart.resolve("Chart.yaml"), "apiVersion: v2\nname: c\nversion: 1.2.3\n");
        Files.writeString(
                chart.resolve("values.yaml"),
                new ObjectMapper().readTree(CASES.toFile()).path("values").asText());
        Files.writeString(
                chart.resolve("templates/case.yaml"), recorded.path("template").asText());
        for (var file : recorded.path("files").properties()) {
            Files.writeString(chart.resolve(file.getKey()), file.getValue().asText());
        }

        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = HelmCommand.run(
                new Streams(
                        InputStream.nullInputStream(),
                        new PrintStream(OutputStream.nullOutputStream()),
                        new PrintStream(err)),
                "template",
                "demo",
                chart.toString());

        assertThat(code).isNotZero();
        assertThat(withoutHints(err.toString(StandardCharsets.UTF_8)))
                .isEqualTo(recorded.path("error").asText() + "\n\nUse --debug flag to render out invalid YAML\n");
    }

    /** Helm gives no advice. */
    private static String withoutHints(String text) {
        return text.lines()
                .filter(line -> !line.startsWith("Hint: "))
                .map(line -> line + "\n")
                .collect(Collectors.joining());
    }
}
