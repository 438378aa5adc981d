package io.fluxj.reflector;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fluxj.golden.Yaml;
import io.fluxj.runtime.start.ControllerProgram;
import io.fluxj.runtime.start.RunningController;
import io.fluxj.testkit.KubeCluster;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** A running image-reflector-controller that looks at the objects of one test alone, and a registry. */
public record Reflector(KubeCluster cluster, RunningController controller, ImageRegistry registry)
        implements AutoCloseable {
    private static final String LABEL = "test";

    /** Starts both; tags are kept in the folder. */
    public static Reflector start(KubeCluster cluster, Path store, String... flags) throws Exception {
        ImageReflectorController definition = new ImageReflectorController();
        List<String> arguments = new ArrayList<>(List.of(
                "--storage-path=" + store,
                "--watch-label-selector=" + LABEL + "=" + cluster.namespace(),
                "--metrics-addr=0",
                "--health-addr=0",
                "--min-retry-delay=200ms"));
        arguments.addAll(List.of(flags));
        ImageReflectorOptions options = ControllerProgram.parse(definition, arguments.toArray(String[]::new));
        RunningController controller =
                ControllerProgram.start(definition, options, cluster.client(), Map.of("NO_PROXY", "*"));
        controller.working().get(120, TimeUnit.SECONDS);
        return new Reflector(cluster, controller, ImageRegistry.start());
    }

    /** An object of the kind, with its spec in YAML; {@code {registry}} stands for the registry's address. */
    public void create(String kind, String name, String spec) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        object.put("apiVersion", "image.toolkit.fluxcd.io/v1").put("kind", kind);
        ObjectNode metadata = object.putObject("metadata");
        metadata.put("name", name).put("namespace", cluster.namespace());
        metadata.putObject("labels").put(LABEL, cluster.namespace());
        object.set("spec", Yaml.parse(spec.replace("{registry}", registry.address())));
        var _ = cluster.client().resource(object.toString()).create();
    }

    public Resource<GenericKubernetesResource> object(String kind, String name) {
        return cluster.client()
                .genericKubernetesResources("image.toolkit.fluxcd.io/v1", kind)
                .inNamespace(cluster.namespace())
                .withName(name);
    }

    public JsonNode status(String kind, String name) {
        return new ObjectMapper().valueToTree(object(kind, name).get()).path("status");
    }

    /** Waits until Ready says {@code STATUS REASON MESSAGE} or more. */
    public void awaitReady(String kind, String name, String begins) {
        Awaitility.await(kind + " " + name)
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(ready(kind, name)).startsWith(begins));
    }

    private String ready(String kind, String name) {
        for (JsonNode condition : status(kind, name).path("conditions")) {
            if (condition.path("type").asText().equals("Ready")) {
                return condition.path("status").asText() + " "
                        + condition.path("reason").asText() + " "
                        + condition.path("message").asText();
            }
        }
        return "";
    }

    @Override
    public void close() {
        controller.close();
        registry.close();
    }
}
