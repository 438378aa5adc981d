package io.fluxj.source;

import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fluxj.api.meta.Artifact;
import io.fluxj.api.meta.Condition;
import io.fluxj.api.meta.GoDuration;
import io.fluxj.api.source.v1.GitRepository;
import io.fluxj.api.source.v1.GitRepositorySpec;
import io.fluxj.runtime.start.ControllerProgram;
import io.fluxj.runtime.start.RunningController;
import io.fluxj.testkit.FreePort;
import io.fluxj.testkit.KubeCluster;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.awaitility.Awaitility;

/** A source-controller in this process that looks after one namespace, and what tests do with its GitRepositories. */
public final class TestController implements AutoCloseable {
    /** On every GitRepository of these tests, so that a controller of all namespaces can leave them alone. */
    public static final String LABEL = "test";

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final KubeCluster cluster;
    private final RunningController running;
    private final Path store;

    private TestController(KubeCluster cluster, RunningController running, Path store) {
        this.cluster = cluster;
        this.running = running;
        this.store = store;
    }

    public static TestController start(KubeCluster cluster, Path work) throws Exception {
        return start(cluster, work, Map.of());
    }

    /** With environment variables of its own. */
    public static TestController start(KubeCluster cluster, Path work, Map<String, String> variables) throws Exception {
        return start(cluster, work, variables, List.of());
    }

    /** With flags of its own. */
    public static TestController start(
            KubeCluster cluster, Path work, Map<String, String> variables, List<String> flags) throws Exception {
        Map<String, String> all = new HashMap<>(variables);
        all.put("RUNTIME_NAMESPACE", cluster.namespace());
        Path store = Files.createDirectories(work.resolve("store"));
        String address = "127.0.0.1:" + FreePort.choose();
        SourceController definition = new SourceController();
        List<String> arguments = new ArrayList<>(List.of(
                "--watch-all-namespaces=false",
                "--storage-path=" + store,
                "--storage-addr=" + address,
                "--storage-adv-addr=" + address,
                "--metrics-addr=0",
                "--health-addr=0"));
        arguments.addAll(flags);
        SourceControllerOptions options = ControllerProgram.parse(definition, arguments.toArray(String[]::new));
        RunningController running = ControllerProgram.start(definition, options, cluster.client(), all);
        running.working().get(120, TimeUnit.SECONDS);
        return new TestController(cluster, running, store);
    }

    public Path store() {
        return store;
    }

    /** Applies a GitRepository named {@code app} that is looked at once an hour. */
    public void apply(String url, UnaryOperator<GitRepositorySpec> change) {
        apply(cluster, url, "1h", change);
    }

    public static void apply(
            KubeCluster cluster, String url, String interval, UnaryOperator<GitRepositorySpec> change) {
        GitRepository repository = new GitRepository();
        repository.getMetadata().setName("app");
        repository.getMetadata().setNamespace(cluster.namespace());
        repository.getMetadata().setLabels(Map.of(LABEL, cluster.namespace()));
        repository.setSpec(change.apply(GitRepositorySpec.builder()
                .url(url)
                .interval(GoDuration.parse(interval))
                .build()));
        cluster.client().resource(repository).forceConflicts().serverSideApply();
    }

    public void secret(String name, Map<String, String> data) {
        cluster.client()
                .resource(new SecretBuilder()
                        .withNewMetadata()
                        .withName(name)
                        .withNamespace(cluster.namespace())
                        .endMetadata()
                        .withStringData(data)
                        .build())
                .create();
    }

    public GitRepository await(Predicate<GitRepository> wanted) {
        return await(cluster, wanted);
    }

    /** Waits until the GitRepository is as wanted; fails with what it is instead. */
    public static GitRepository await(KubeCluster cluster, Predicate<GitRepository> wanted) {
        return Awaitility.await()
                .pollInSameThread()
                .atMost(PATIENCE)
                .until(() -> read(cluster), found -> found != null && found.getStatus() != null && wanted.test(found));
    }

    private static GitRepository read(KubeCluster cluster) {
        return cluster.client()
                .resources(GitRepository.class)
                .inNamespace(cluster.namespace())
                .withName("app")
                .get();
    }

    public static Optional<Condition> condition(GitRepository repository, String type) {
        return repository.getStatus().conditions().stream()
                .filter(condition -> condition.type().equals(type))
                .findFirst();
    }

    /** Whether a condition has this reason for the current generation. */
    public static Predicate<GitRepository> has(String type, String reason) {
        return repository -> condition(repository, type)
                .filter(found -> found.reason().equals(reason)
                        && Objects.equals(
                                found.observedGeneration(),
                                repository.getMetadata().getGeneration()))
                .isPresent();
    }

    /** Everything that people can read about the object. */
    public String everythingSaid() {
        List<Event> events = cluster.client()
                .v1()
                .events()
                .inNamespace(cluster.namespace())
                .list()
                .getItems();
        return read(cluster).getStatus() + "\n" + events;
    }

    /** The artifact of an object that has one. */
    public static Artifact artifact(GitRepository repository) {
        return Objects.requireNonNull(repository.getStatus().artifact());
    }

    /** The bytes that the artifact's URL serves. */
    public static byte[] download(GitRepository repository) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                            HttpRequest.newBuilder(
                                            URI.create(artifact(repository).url()))
                                    .build(),
                            BodyHandlers.ofByteArray())
                    .body();
        }
    }

    @Override
    public void close() {
        running.close();
    }
}
