package io.fluxj.kustomization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.fluxj.api.kustomize.v1.Kustomization;
import io.fluxj.api.meta.Condition;
import io.fluxj.api.meta.GoDuration;
import io.fluxj.api.source.v1.GitRepository;
import io.fluxj.api.source.v1.GitRepositorySpec;
import io.fluxj.kustomization.golden.ArtifactHost;
import io.fluxj.kustomization.options.KustomizeOptions;
import io.fluxj.runtime.client.KubernetesClients;
import io.fluxj.runtime.start.ControllerProgram;
import io.fluxj.runtime.start.RunningController;
import io.fluxj.testkit.EventSink;
import io.fluxj.testkit.KubeCluster;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** A running controller that sees only the objects of one test, and a source that the test commits to. */
final class KustomizeFixture implements AutoCloseable {

    static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    private final KubeCluster cluster;
    private final ArtifactHost host;
    private final EventSink events;
    private final Runnable stop;
    private final Set<String> sources = new HashSet<>();
    private int revision;

    private KustomizeFixture(KubeCluster cluster, ArtifactHost host, EventSink events, Runnable stop) {
        this.cluster = cluster;
        this.host = host;
        this.events = events;
        this.stop = stop;
    }

    /** Without a controller: the test brings its own. */
    static KustomizeFixture objectsOnly(KubeCluster cluster) throws IOException {
        return new KustomizeFixture(cluster, ArtifactHost.start(), EventSink.start(), () -> {});
    }

    static KustomizeFixture start(KubeCluster cluster, String... flags) throws Exception {
        return start(cluster, clientOfController(cluster), flags);
    }

    /** One of whose controller every request is recorded. */
    static KustomizeFixture start(KubeCluster cluster, SentRequests requests, String... flags) throws Exception {
        return start(cluster, requests.client(cluster), flags);
    }

    private static KustomizeFixture start(KubeCluster cluster, KubernetesClient client, String... flags)
            throws Exception {
        EventSink events = EventSink.start();
        List<String> arguments = new ArrayList<>(List.of(flags));
        arguments.add("--events-addr=" + events.url());
        return new KustomizeFixture(cluster, ArtifactHost.start(), events, startController(cluster, client, arguments));
    }

    /**
     * Starts a controller in this JVM, once the objects of a test are there.
     *
     * @return ends it
     */
    static Runnable startController(KubeCluster cluster, List<String> flags) throws Exception {
        return startController(cluster, clientOfController(cluster), flags);
    }

    private static Runnable startController(KubeCluster cluster, KubernetesClient client, List<String> flags)
            throws Exception {
        List<String> arguments = new ArrayList<>(List.of(
                "--interval-jitter-percentage=0",
                "--metrics-addr=0",
                "--health-addr=0",
                "--watch-label-selector=test=" + cluster.namespace()));
        arguments.addAll(flags);
        KustomizeController definition = KustomizeController.definition();
        KustomizeOptions options = ControllerProgram.parse(definition, arguments.toArray(String[]::new));
        RunningController controller =
                ControllerProgram.start(definition, options, client, Map.of("RUNTIME_NAMESPACE", cluster.namespace()));
        controller.working().join();
        return () -> {
            controller.close();
            client.close();
        };
    }

    /** A client that reads objects as that of a controller's process does. */
    private static KubernetesClient clientOfController(KubeCluster cluster) {
        return KubernetesClients.of(cluster.client().getConfiguration());
    }

    String namespace() {
        return cluster.namespace();
    }

    /** Offers these files as the next revision of the GitRepository {@code src}; {@code {ns}} is the namespace. */
    String publish(Map<String, String> files) throws IOException {
        return publish("src", files);
    }

    /** The same of another GitRepository. */
    String publish(String source, Map<String, String> files) throws IOException {
        revision++;
        String name = "main@sha1:%040d".formatted(revision);
        Map<String, String> content = new java.util.TreeMap<>();
        files.forEach((path, text) -> content.put(path, text.replace("{ns}", namespace())));
        if (sources.add(source)) {
            createSource(source);
        }
        ArtifactHost.Hosted hosted =
                host.host("gitrepository/%s/%s/%d.tar.gz".formatted(namespace(), source, revision), content);
        String patch = """
                {"status": {"artifact": {"digest": "%s", "lastUpdateTime": "2026-01-01T00:00:00Z", "path": "%s",
                "revision": "%s", "size": %d, "url": "%s"}, "observedGeneration": 1}}""".formatted(hosted.digest(), hosted.path(), name, hosted.size(), hosted.url());
        patchSource(source, patch);
        return name;
    }

    private void createSource(String name) {
        GitRepository repository = new GitRepository();
        repository.setMetadata(new ObjectMetaBuilder()
                .withNamespace(namespace())
                .withName(name)
                .build());
        repository.setSpec(GitRepositorySpec.builder()
                .url("http://git.invalid/src.git")
                .interval(new GoDuration("10m"))
                .build());
        cluster.client().resource(repository).create();
    }

    /** A GitRepository without an artifact, which says why. */
    void brokenSource(String message) {
        createSource("src");
        String patch = """
                {"status": {"conditions": [{"type": "Ready", "status": "False", "reason": "GitOperationFailed",
                "message": "%s", "lastTransitionTime": "2026-01-01T00:00:00Z", "observedGeneration": 1}],
                "observedGeneration": 1}}""".formatted(message);
        patchSource("src", patch);
    }

    private void patchSource(String name, String patch) {
        cluster.client()
                .resources(GitRepository.class)
                .inNamespace(namespace())
                .withName(name)
                .subresource("status")
                .patch(PatchContext.of(PatchType.JSON_MERGE), patch);
    }

    /** Creates or changes a Kustomization of the source {@code src}; {@code spec} is YAML in flow style. */
    void kustomization(String name, String spec) throws IOException {
        String text = """
                apiVersion: kustomize.toolkit.fluxcd.io/v1
                kind: Kustomization
                metadata: {name: %s, namespace: %s, labels: {test: %s}}
                spec: {interval: 1h, prune: true, sourceRef: {kind: GitRepository, name: src}, %s}
                """.formatted(name, namespace(), namespace(), spec);
        JsonNode object = YAML.readTree(text);
        cluster.client()
                .resource(new ObjectMapper().treeToValue(object, GenericKubernetesResource.class))
                .fieldManager("test")
                .forceConflicts()
                .serverSideApply();
    }

    /** Changes the interval of a Kustomization. */
    void every(String name, String interval) {
        cluster.client()
                .resources(Kustomization.class)
                .inNamespace(namespace())
                .withName(name)
                .patch(PatchContext.of(PatchType.JSON_MERGE), "{\"spec\": {\"interval\": \"%s\"}}".formatted(interval));
    }

    void request(String name, String token) {
        String patch =
                "{\"metadata\": {\"annotations\": {\"reconcile.fluxcd.io/requestedAt\": \"%s\"}}}".formatted(token);
        cluster.client()
                .resources(Kustomization.class)
                .inNamespace(namespace())
                .withName(name)
                .patch(PatchContext.of(PatchType.JSON_MERGE), patch);
    }

    Kustomization get(String name) {
        return cluster.client()
                .resources(Kustomization.class)
                .inNamespace(namespace())
                .withName(name)
                .get();
    }

    Optional<Condition> condition(String name, String type) {
        Kustomization object = get(name);
        return object.getStatus() == null
                ? Optional.empty()
                : object.getStatus().conditions().stream()
                        .filter(condition -> condition.type().equals(type))
                        .findFirst();
    }

    /** Waits for the condition; what it says then is in what is returned, as a later look may find the next pass. */
    Condition awaitCondition(String name, String type, String status, String reason) {
        return await(name + " " + type + "=" + status + "/" + reason)
                .atMost(PATIENCE)
                .until(() -> condition(name, type), found -> found.filter(
                                condition -> condition.status().text().equals(status)
                                        && condition.reason().equals(reason))
                        .isPresent())
                .orElseThrow();
    }

    /** Waits until an event with such a message was posted; events go out beside the passes that they are about. */
    void awaitMessage(String name, Predicate<String> wanted) {
        await("event of " + name).atMost(PATIENCE).untilAsserted(() -> assertThat(messages(name))
                .anyMatch(wanted));
    }

    void awaitApplied(String name, String revisionName) {
        await(name + " at " + revisionName).atMost(PATIENCE).untilAsserted(() -> {
            assertThat(get(name).getStatus()).isNotNull();
            assertThat(get(name).getStatus().lastAppliedRevision()).isEqualTo(revisionName);
        });
    }

    /** Publishes one manifest and applies it by a Kustomization {@code app}. */
    void awaitAppliedAfterPublishing(String manifest) throws IOException {
        String first = publish(Map.of("app/a.yaml", manifest));
        kustomization("app", "path: app");
        awaitApplied("app", first);
        awaitCondition("app", "Ready", "True", "ReconciliationSucceeded");
    }

    /** Messages of the events posted about a Kustomization. */
    List<String> messages(String name) {
        return events.eventsAbout("Kustomization", namespace(), name).stream()
                .map(event -> event.path("message").asText())
                .toList();
    }

    @Override
    public void close() {
        stop.run();
        events.close();
        host.close();
    }
}
