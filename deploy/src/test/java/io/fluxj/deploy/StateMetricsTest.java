package io.fluxj.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The configuration of kube-state-metrics asks for fields that the kinds have, and gives the labels that Flux's dashboards ask for. */
class StateMetricsTest {
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void asksForFieldsThatTheKindsHave() throws IOException {
        Map<String, JsonNode> schemas = schemas();
        List<String> missing = new ArrayList<>();
        int paths = 0;
        for (JsonNode resource : resources()) {
            JsonNode kind = resource.path("groupVersionKind");
            JsonNode schema = schemas.getOrDefault(
                    kind.path("group").asText() + "/" + kind.path("version").asText() + "/"
                            + kind.path("kind").asText(),
                    MissingNode.getInstance());
            for (JsonNode metric : resource.path("metrics")) {
                for (JsonNode path : metric.path("labelsFromPath")) {
                    paths++;
                    if (!has(schema, path)) {
                        missing.add(kind.path("kind").asText() + " " + path);
                    }
                }
            }
        }
        assertThat(missing).isEmpty();
        assertThat(paths).isGreaterThan(40);
    }

    @Test
    void givesTheLabelsOfFluxsDashboards() throws IOException {
        for (JsonNode resource : resources()) {
            assertThat(resource.path("metricNamePrefix").asText()).isEqualTo("gotk");
            JsonNode metric = resource.path("metrics").path(0);
            assertThat(metric.path("name").asText()).isEqualTo("resource_info");
            assertThat(metric.at("/each/info/labelsFromPath").has("name")).isTrue();
            assertThat(metric.path("labelsFromPath").has("exported_namespace")).isTrue();
            assertThat(metric.path("labelsFromPath").has("suspended")).isTrue();
        }
    }

    private static JsonNode resources() throws IOException {
        JsonNode values = YAML.readTree(Files.readString(Path.of("charts/fluxj/monitoring/kube-state-metrics.yaml")));
        JsonNode resources = values.at("/kube-state-metrics/customResourceState/config/spec/resources");
        assertThat(resources).hasSize(13);
        return resources;
    }

    /** Schemas by group, version and kind. */
    private static Map<String, JsonNode> schemas() {
        Map<String, JsonNode> schemas = new TreeMap<>();
        InstallManifests.build(InstallSettings.usual().withControllers(EnumSet.allOf(Controller.class)))
                .resources()
                .stream()
                .filter(object -> object.kind().equals("CustomResourceDefinition"))
                .<JsonNode>map(object -> JSON.valueToTree(object.content()))
                .forEach(object -> object.at("/spec/versions")
                        .forEach(version -> schemas.put(
                                object.at("/spec/group").asText() + "/"
                                        + version.path("name").asText() + "/"
                                        + object.at("/spec/names/kind").asText(),
                                version.at("/schema/openAPIV3Schema"))));
        return schemas;
    }

    private static boolean has(JsonNode schema, JsonNode path) {
        if (path.path(0).asText().equals("metadata")) {
            return !schema.isMissingNode();
        }
        JsonNode at = schema;
        for (JsonNode step : path) {
            String name = step.asText();
            boolean element = name.startsWith("[") || name.matches("[0-9]+");
            at = element ? at.path("items") : at.path("properties").path(name);
        }
        return !at.isMissingNode();
    }
}
