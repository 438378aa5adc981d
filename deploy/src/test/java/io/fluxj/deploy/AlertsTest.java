package io.fluxj.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The alerts fire when they shall and not before, as promtool judges them. */
class AlertsTest {
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final Path CASES = Path.of("src/test/resources/rules-test.yaml");

    @TempDir
    Path folder = Path.of("");

    @Test
    void fireWhenTheyShall() throws IOException, InterruptedException {
        Path promtool = Path.of(Objects.requireNonNullElse(System.getenv("FLUXJ_CLIENTS"), "."))
                .resolve("promtool");
        assumeThat(promtool).as("FLUXJ_CLIENTS has promtool").exists();
        JsonNode object = YAML.readTree(Files.readString(Path.of("charts/fluxj/monitoring/rules.yaml")));
        Files.writeString(folder.resolve("rules.yaml"), YAML.writeValueAsString(object.path("spec")));
        Files.copy(CASES, folder.resolve("rules-test.yaml"));

        Process process = new ProcessBuilder(promtool.toAbsolutePath().toString(), "test", "rules", "rules-test.yaml")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(said).isZero();
    }
}
