package io.fluxj.reflector.golden;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.api.model.ServiceAccountBuilder;
import io.fluxj.golden.GoldenFolder;
import io.fluxj.golden.Yaml;
import io.fluxj.reflector.ImageReflectorController;
import io.fluxj.reflector.ImageReflectorOptions;
import io.fluxj.reflector.ImageRegistry;
import io.fluxj.runtime.start.ControllerProgram;
import io.fluxj.runtime.start.RunningController;
import io.fluxj.testkit.EventSink;
import io.fluxj.testkit.FreePort;
import io.fluxj.testkit.KubeCluster;
import io.fluxj.testkit.golden.Places;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A running image-reflector-controller, a registry with the recorded tags, and two namespaces. */
record ImageStage(KubeCluster cluster, RunningController controller, Servers servers, Followed followed, Places places)
        implements AutoCloseable {
    /** What the controller talks to. */
    record Servers(ImageRegistry registry, EventSink sink) {}

    static ImageStage open(GoldenFolder golden, KubeCluster cluster, Path work, String... flags) throws Exception {
        Servers servers = new Servers(ImageRegistry.start(), EventSink.start());
        Places places = Places.of(
                Places.Notation.DOLLAR,
                Map.of("REGISTRY", servers.registry().address(), "CLOSED_PORT", "127.0.0.1:" + FreePort.choose()));
        ImageStage stage =
                new ImageStage(cluster, start(cluster, servers, work, flags), servers, new Followed(cluster), places);
        stage.fill(golden);
        return stage;
    }

    private static RunningController start(KubeCluster cluster, Servers servers, Path work, String... flags)
            throws Exception {
        Path store = Files.createTempDirectory(work, "tags");
        ImageReflectorController definition = new ImageReflectorController();
        List<String> arguments = new ArrayList<>(List.of(
                "--storage-path=" + store,
                "--requeue-dependency=5s",
                "--concurrent=8",
                "--events-addr=" + servers.sink().url(),
                "--metrics-addr=0",
                "--health-addr=0",
                "--min-retry-delay=200ms"));
        arguments.addAll(List.of(flags));
        ImageReflectorOptions options = ControllerProgram.parse(definition, arguments.toArray(String[]::new));
        // nothing in these tests asks a server that is not one of theirs
        String nowhere = "http://127.0.0.1:" + FreePort.choose();
        Map<String, String> variables =
                Map.of("HTTPS_PROXY", nowhere, "HTTP_PROXY", nowhere, "NO_PROXY", "127.0.0.1,localhost");
        RunningController controller = ControllerProgram.start(definition, options, cluster.client(), variables);
        controller.working().get(120, TimeUnit.SECONDS);
        return controller;
    }

    private void fill(GoldenFolder golden) {
        ImageRegistry registry = servers.registry();
        JsonNode sets = Yaml.read(golden.file("cases.yaml")).path("tagSets");
        sets.properties().forEach(set -> registry.tags("test/" + set.getKey(), texts(set.getValue())));
        registry.tags("empty/name", List.of());
        registry.tags("paged/name", List.of("1.0.0", "1.1.0", "1.2.0", "2.0.0", "3.0.0"));
        registry.tags("dup/name", List.of("1.0.0", "1.1.0", "1.0.0", "1.1.0"));
        credentials("regcred", registry.address());
        credentials("regcred-other", "registry.example.com");
        cluster.client()
                .resource(new ServiceAccountBuilder()
                        .withNewMetadata()
                        .withName("puller")
                        .withNamespace(cluster.namespace())
                        .endMetadata()
                        .addNewImagePullSecret("regcred")
                        .build())
                .create();
    }

    private void credentials(String name, String host) {
        cluster.client()
                .resource(new SecretBuilder()
                        .withNewMetadata()
                        .withName(name)
                        .withNamespace(cluster.namespace())
                        .endMetadata()
                        .withType("kubernetes.io/dockerconfigjson")
                        .addToStringData(
                                ".dockerconfigjson",
                                "{\"auths\":{\"" + host + "\":{\"username\":\"user\",\"password\":\"pass\"}}}")
                        .build())
                .create();
    }

    static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(item -> texts.add(item.asText()));
        return texts;
    }

    @Override
    public void close() {
        controller.close();
        followed.close();
        servers.sink().close();
        servers.registry().close();
    }
}
