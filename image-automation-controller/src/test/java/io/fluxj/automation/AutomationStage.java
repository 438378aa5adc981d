package io.fluxj.automation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.fluxj.runtime.start.ControllerProgram;
import io.fluxj.runtime.start.RunningController;
import io.fluxj.testkit.EventSink;
import io.fluxj.testkit.KubeCluster;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A running image-automation-controller and a Git server that notes what is asked of it; the controller looks at the automations of this stage alone. */
public record AutomationStage(KubeCluster cluster, RunningController controller, NotingGitServer git, EventSink sink)
        implements AutoCloseable {
    private static final String VERSION = "image.toolkit.fluxcd.io/v1";
    private static final String LABEL = "stage";

    /** Starts both; the label of its automations is the cluster's namespace. */
    public static AutomationStage open(KubeCluster cluster, Path work, String... flags) throws Exception {
        NotingGitServer git = NotingGitServer.start(work.resolve(cluster.namespace()));
        EventSink sink = EventSink.start();
        return new AutomationStage(cluster, start(cluster, sink.url(), flags), git, sink);
    }

    private static RunningController start(KubeCluster cluster, URI events, String... flags) throws Exception {
        ImageAutomationController definition = new ImageAutomationController();
        List<String> arguments = new ArrayList<>(List.of(
                "--concurrent=6",
                "--watch-label-selector=" + LABEL + "=" + cluster.namespace(),
                "--events-addr=" + events,
                "--metrics-addr=0",
                "--health-addr=0",
                "--min-retry-delay=500ms"));
        arguments.addAll(List.of(flags));
        ImageAutomationOptions options = ControllerProgram.parse(definition, arguments.toArray(String[]::new));
        RunningController controller = ControllerProgram.start(definition, options, cluster.client(), Map.of());
        controller.working().get(120, TimeUnit.SECONDS);
        return controller;
    }

    /** A policy that chose an image; none where {@code latest} is no object. */
    public void policy(String namespace, String name, JsonNode latest, JsonNode labels) {
        ObjectNode spec = JsonNodeFactory.instance.objectNode();
        spec.putObject("imageRepositoryRef").put("name", name);
        spec.putObject("policy").putObject("semver").put("range", "*");
        String refused = create(VERSION, "ImagePolicy", namespace, name, spec, labels);
        if (!refused.isEmpty()) {
            throw new IllegalStateException(refused);
        }
        if (latest.isObject()) {
            choose(namespace, name, latest);
        }
    }

    /** Lets a policy choose {@code {name, tag, digest}}. */
    public void choose(String namespace, String policy, JsonNode latest) {
        ObjectNode status = JsonNodeFactory.instance.objectNode();
        status.putObject("status").set("latestRef", latest);
        var _ = object("ImagePolicy", namespace, policy)
                .subresource("status")
                .patch(PatchContext.of(PatchType.JSON_MERGE), status.toString());
    }

    /** A Secret. */
    public void secret(String namespace, String name, Map<String, String> data) {
        cluster.client()
                .resource(new SecretBuilder()
                        .withNewMetadata()
                        .withName(name)
                        .withNamespace(namespace)
                        .endMetadata()
                        .withStringData(data)
                        .build())
                .create();
    }

    /** What the API said against it, empty when it took it. */
    public String create(String version, String kind, String namespace, String name, JsonNode spec, JsonNode labels) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        object.put("apiVersion", version).put("kind", kind);
        ObjectNode metadata = object.putObject("metadata");
        metadata.put("name", name).put("namespace", namespace);
        ObjectNode all = metadata.putObject("labels").put(LABEL, cluster.namespace());
        labels.properties().forEach(label -> all.set(label.getKey(), label.getValue()));
        object.set("spec", spec);
        try {
            var _ = cluster.client().resource(object.toString()).create();
            return "";
        } catch (KubernetesClientException refused) {
            return String.valueOf(refused.getMessage());
        }
    }

    /** An object of the image or source controllers. */
    public Resource<GenericKubernetesResource> object(String kind, String namespace, String name) {
        String version = kind.equals("GitRepository") ? "source.toolkit.fluxcd.io/v1" : VERSION;
        return cluster.client()
                .genericKubernetesResources(version, kind)
                .inNamespace(namespace)
                .withName(name);
    }

    /** What an automation's status is now; empty before there is one. */
    public JsonNode status(String namespace, String name) {
        JsonNode status = new ObjectMapper()
                .valueToTree(object("ImageUpdateAutomation", namespace, name).get())
                .path("status");
        return status.isMissingNode() ? JsonNodeFactory.instance.objectNode() : status;
    }

    /** What was told of an automation by Kubernetes Events. */
    public List<Event> events(String namespace, String name) {
        return cluster.client().v1().events().inNamespace(namespace).list().getItems().stream()
                .filter(event -> name.equals(event.getInvolvedObject().getName()))
                .toList();
    }

    @Override
    public void close() {
        controller.close();
        git.close();
        sink.close();
    }
}
