package io.fluxj.automation.golden;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.fluxj.automation.ImageAutomationController;
import io.fluxj.automation.ImageAutomationOptions;
import io.fluxj.git.serve.GitHttpServer;
import io.fluxj.git.serve.RequestHook;
import io.fluxj.runtime.start.ControllerProgram;
import io.fluxj.runtime.start.RunningController;
import io.fluxj.testkit.EventSink;
import io.fluxj.testkit.KubeCluster;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** A running image-automation-controller, a Git server that notes pushes, and the recorded namespaces and policies. */
record AutomationStage(KubeCluster cluster, RunningController controller, GitHttpServer git, EventSink sink, Seen seen)
        implements AutoCloseable {
    private static final String BASIC =
            "Basic " + Base64.getEncoder().encodeToString("u:p".getBytes(StandardCharsets.UTF_8));

    /**
     * What the server is told to do, and what it saw.
     *
     * @param folder of the repositories
     * @param locked repositories that want a password
     * @param refusing repositories whose hook takes nothing
     * @param pushes by repository, {@code OLD NEW REFERENCE} and {@code option: x}
     */
    record Seen(Path folder, Set<String> locked, Set<String> refusing, Map<String, List<List<String>>> pushes) {
        Optional<String> refusal(String repository, List<String> commands, List<String> options) {
            List<String> push = new ArrayList<>(commands);
            options.forEach(option -> push.add("option: " + option));
            if (refusing.contains(repository)) {
                return Optional.of("pre-receive hook declined");
            }
            pushes.computeIfAbsent(repository, _ -> new CopyOnWriteArrayList<>())
                    .add(push);
            return Optional.empty();
        }

        RequestHook.Decision decide(com.sun.net.httpserver.HttpExchange exchange) throws IOException {
            String path = exchange.getRequestURI().getPath();
            boolean barred = locked.stream().anyMatch(name -> path.startsWith("/" + name + "/"))
                    && !BASIC.equals(exchange.getRequestHeaders().getFirst("Authorization"));
            if (!barred) {
                return new RequestHook.Decision.Serve(path);
            }
            exchange.getResponseHeaders().set("WWW-Authenticate", "Basic realm=\"git\"");
            exchange.sendResponseHeaders(401, -1);
            return new RequestHook.Decision.Answered();
        }
    }

    static AutomationStage open(KubeCluster cluster, Path work, JsonNode policies) throws Exception {
        Path folder = Files.createDirectories(
                work.resolve(cluster.target().displayName()).resolve("repositories"));
        Seen seen = new Seen(
                folder, ConcurrentHashMap.newKeySet(), ConcurrentHashMap.newKeySet(), new ConcurrentHashMap<>());
        GitHttpServer git = GitHttpServer.start(
                GitHttpServer.Options.of(folder).withHook(seen::decide).withPushHook(seen::refusal));
        EventSink sink = EventSink.start();
        AutomationStage stage = new AutomationStage(cluster, start(cluster, sink.url()), git, sink, seen);
        stage.namespace("team-a");
        stage.policies(policies.path("namespace").asText(), policies.path("latestRefs"), policies.path("labels"));
        policies.path("otherNamespaces")
                .properties()
                .forEach(other ->
                        stage.policies(other.getKey(), other.getValue(), JsonNodeFactory.instance.objectNode()));
        return stage;
    }

    private static RunningController start(KubeCluster cluster, URI events) throws Exception {
        ImageAutomationController definition = new ImageAutomationController();
        ImageAutomationOptions options = ControllerProgram.parse(
                definition,
                "--concurrent=6",
                "--events-addr=" + events,
                "--metrics-addr=0",
                "--health-addr=0",
                "--min-retry-delay=500ms");
        RunningController controller = ControllerProgram.start(definition, options, cluster.client(), Map.of());
        controller.working().get(120, TimeUnit.SECONDS);
        return controller;
    }

    private void namespace(String name) {
        cluster.client()
                .resource(new NamespaceBuilder()
                        .withNewMetadata()
                        .withName(name)
                        .endMetadata()
                        .build())
                .create();
    }

    private void policies(String namespace, JsonNode refs, JsonNode labels) {
        namespace(namespace);
        refs.properties().forEach(policy -> {
            ObjectNode spec = JsonNodeFactory.instance.objectNode();
            spec.putObject("imageRepositoryRef").put("name", policy.getKey());
            spec.putObject("policy").putObject("semver").put("range", "*");
            String _ = create(
                    "image.toolkit.fluxcd.io/v1",
                    "ImagePolicy",
                    namespace,
                    policy.getKey(),
                    spec,
                    labels.path(policy.getKey()));
            if (policy.getValue().isObject()) {
                ObjectNode status = JsonNodeFactory.instance.objectNode();
                status.putObject("status").set("latestRef", policy.getValue());
                var _ = cluster.client()
                        .genericKubernetesResources("image.toolkit.fluxcd.io/v1", "ImagePolicy")
                        .inNamespace(namespace)
                        .withName(policy.getKey())
                        .subresource("status")
                        .patch(PatchContext.of(PatchType.JSON_MERGE), status.toString());
            }
        });
    }

    void secret(String name, Map<String, String> data) {
        cluster.client()
                .resource(new SecretBuilder()
                        .withNewMetadata()
                        .withName(name)
                        .withNamespace("auto")
                        .endMetadata()
                        .withStringData(data)
                        .build())
                .create();
    }

    /** What the API said against it, empty when it took it. */
    String create(String version, String kind, String namespace, String name, JsonNode spec, JsonNode labels) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        object.put("apiVersion", version).put("kind", kind);
        ObjectNode metadata = object.putObject("metadata");
        metadata.put("name", name).put("namespace", namespace);
        if (labels.isObject()) {
            metadata.set("labels", labels);
        }
        object.set("spec", spec);
        try {
            var _ = cluster.client().resource(object.toString()).create();
            return "";
        } catch (KubernetesClientException refused) {
            return String.valueOf(refused.getMessage());
        }
    }

    @Override
    public void close() {
        controller.close();
        git.close();
        sink.close();
    }
}
