package io.fluxj.source.golden;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** One recorded scenario: its id, which is also its namespace, and its steps as they are written. */
record GoldenScenario(String id, List<JsonNode> steps) {
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    /** All scenarios of a folder, or those whose id is named by the system property {@code golden.only}. */
    static List<GoldenScenario> in(Path folder) throws IOException {
        String only = System.getProperty("golden.only", "");
        List<Path> files;
        try (Stream<Path> listed = Files.list(folder)) {
            files = listed.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
        List<GoldenScenario> scenarios = new ArrayList<>();
        for (Path file : files) {
            GoldenScenario scenario = read(file);
            if (only.isEmpty() || List.of(only.split(",")).contains(scenario.id())) {
                scenarios.add(scenario);
            }
        }
        return scenarios;
    }

    private static GoldenScenario read(Path file) throws IOException {
        JsonNode root = YAML.readTree(file.toFile());
        List<JsonNode> steps = new ArrayList<>();
        root.get("steps").forEach(steps::add);
        return new GoldenScenario(root.get("id").asText(), List.copyOf(steps));
    }
}
