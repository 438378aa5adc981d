package io.fluxj.kube.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import io.fluxj.kube.json.YamlText;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Steps against a server, in a namespace of their own.
 *
 * @param name unique in its file
 * @param steps requests and watches
 */
record Scenario(String name, List<JsonNode> steps) {
    /** The scenarios of a file in the test resources. */
    static List<Scenario> load(String file) {
        try (InputStream in = Objects.requireNonNull(
                Scenario.class.getResourceAsStream("/scenarios/" + file + ".yaml"), "no scenarios " + file)) {
            List<Scenario> out = new ArrayList<>();
            for (JsonNode scenario : YamlText.parse(in.readAllBytes())) {
                List<JsonNode> steps = new ArrayList<>();
                scenario.path("steps").forEach(steps::add);
                out.add(new Scenario(scenario.path("name").asText(), steps));
            }
            return out;
        } catch (IOException e) {
            throw new IllegalStateException("scenarios " + file + ": " + e.getMessage(), e);
        }
    }
}
