package io.fluxj.watcher;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.fluxj.api.meta.Artifact;
import io.fluxj.api.meta.Condition;
import io.fluxj.api.source.v1.ExternalArtifact;
import io.fluxj.api.sourceextensions.v1beta1.ArtifactGenerator;
import io.fluxj.archive.Archiver;
import io.fluxj.archive.DigestAlgorithm;
import io.fluxj.archive.ExtractionLimits;
import io.fluxj.archive.IgnoreRules;
import io.fluxj.archive.TarGz;
import io.fluxj.runtime.start.ControllerProgram;
import io.fluxj.runtime.start.RunningController;
import io.fluxj.testkit.FreePort;
import io.fluxj.testkit.KubeCluster;
import io.fluxj.testkit.StaticTestServer;
import io.fluxj.watcher.copy.Trees;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.awaitility.Awaitility;

/** A source-watcher in this process that looks after one namespace, sources that it finds there, and what tests do with its objects. */
public final class WatcherFixture implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final KubeCluster cluster;
    private final Path work;
    private final StaticTestServer server;
    private final AtomicInteger revisions = new AtomicInteger();
    private final String address = "127.0.0.1:" + FreePort.choose();
    private RunningController running;

    private WatcherFixture(KubeCluster cluster, Path work, List<String> flags) throws Exception {
        this.cluster = cluster;
        this.work = work;
        this.server = StaticTestServer.start(Files.createDirectories(work.resolve("served")));
        Files.createDirectories(store());
        this.running = run(flags);
    }

    /** Starts it with more flags. */
    public static WatcherFixture start(KubeCluster cluster, Path work, String... flags) throws Exception {
        return new WatcherFixture(cluster, work, List.of(flags));
    }

    private RunningController run(List<String> flags) throws Exception {
        List<String> arguments = new ArrayList<>(List.of(
                "--watch-all-namespaces=false",
                "--storage-path=" + store(),
                "--storage-addr=" + address,
                "--storage-adv-addr=" + address,
                "--min-retry-delay=50ms",
                "--requeue-dependency=1h",
                "--metrics-addr=0",
                "--health-addr=0"));
        arguments.addAll(flags);
        SourceWatcher definition = new SourceWatcher();
        RunningController started = ControllerProgram.start(
                definition,
                ControllerProgram.parse(definition, arguments.toArray(String[]::new)),
                cluster.client(),
                Map.of("RUNTIME_NAMESPACE", cluster.namespace(), "HOSTNAME", "pod-1"));
        started.working().get(120, TimeUnit.SECONDS);
        return started;
    }

    /** Stops it, and starts it again over the same store. */
    void restart() throws Exception {
        running.close();
        running = run(List.of());
    }

    /** Where artifacts are kept. */
    public Path store() {
        return work.resolve("store");
    }

    String namespace() {
        return cluster.namespace();
    }

    /** A source offers these files. */
    String publish(String kind, String name, Map<String, String> files) throws IOException {
        int number = revisions.incrementAndGet();
        String revision = "main@sha1:%040d".formatted(number);
        Path tree = Trees.write(work.resolve("tree-" + number), files);
        Path file = work.resolve("served").resolve(number + ".tar.gz");
        Archiver.Archived archived;
        try (OutputStream out = Files.newOutputStream(file)) {
            archived = Archiver.archive(tree, IgnoreRules.NONE, DigestAlgorithm.SHA256, out);
        }
        source(kind, name);
        String artifact = """
                {"status": {"artifact": {"digest": "%s", "lastUpdateTime": "2026-01-01T00:00:00Z", "path": "%d.tar.gz",
                "revision": "%s", "size": %d, "url": "%s/%d.tar.gz"}}}""".formatted(archived.digest(), number, revision, archived.size(), server.url(), number);
        cluster.client()
                .genericKubernetesResources("source.toolkit.fluxcd.io/v1", kind)
                .inNamespace(namespace())
                .withName(name)
                .subresource("status")
                .patch(PatchContext.of(PatchType.JSON_MERGE), artifact);
        return revision;
    }

    /** A source without anything to offer yet, unless it is there. */
    void source(String kind, String name) {
        String spec =
                switch (kind) {
                    case "GitRepository" -> "{interval: 1h, url: \"https://git.invalid/repo\"}";
                    case "OCIRepository" -> "{interval: 1h, url: \"oci://registry.invalid/repo\"}";
                    case "ExternalArtifact" -> "{}";
                    default -> throw new IllegalArgumentException(kind);
                };
        apply("""
                apiVersion: source.toolkit.fluxcd.io/v1
                kind: %s
                metadata: {name: %s}
                spec: %s
                """.formatted(kind, name, spec));
    }

    /** Applies what the YAML says, in the namespace of the test unless it names another. */
    void apply(String yaml) {
        HasMetadata object =
                cluster.client().getKubernetesSerialization().unmarshal(yaml, GenericKubernetesResource.class);
        if (object.getMetadata().getNamespace() == null) {
            object.getMetadata().setNamespace(namespace());
        }
        cluster.client().resource(object).forceConflicts().serverSideApply();
    }

    /** Applies an ArtifactGenerator. */
    void generator(String name, String spec) {
        apply("""
                apiVersion: source.extensions.fluxcd.io/v1beta1
                kind: ArtifactGenerator
                metadata: {name: %s}
                spec:
                """.formatted(name) + spec.indent(2));
    }

    void patch(String name, String merge) {
        cluster.client()
                .resources(ArtifactGenerator.class)
                .inNamespace(namespace())
                .withName(name)
                .patch(PatchContext.of(PatchType.JSON_MERGE), merge);
    }

    /** Waits until the generator is as wanted. */
    ArtifactGenerator await(String name, Predicate<ArtifactGenerator> wanted) {
        return Awaitility.await(name)
                .pollInterval(Duration.ofMillis(50))
                .atMost(PATIENCE)
                .until(
                        () -> cluster.client()
                                .resources(ArtifactGenerator.class)
                                .inNamespace(namespace())
                                .withName(name)
                                .get(),
                        found -> found != null && found.getStatus() != null && wanted.test(found));
    }

    /** Waits until Ready is so for the newest spec. */
    Condition awaitReady(String name, String status, String reason) {
        return ready(await(name, found -> found.getStatus().conditions().stream()
                .anyMatch(mark -> mark.type().equals("Ready")
                        && mark.status().text().equals(status)
                        && mark.reason().equals(reason)
                        && Objects.equals(
                                mark.observedGeneration(), found.getMetadata().getGeneration()))));
    }

    static Condition ready(ArtifactGenerator object) {
        return object.getStatus().conditions().stream()
                .filter(mark -> mark.type().equals("Ready"))
                .findFirst()
                .orElseThrow();
    }

    /** The ExternalArtifact once it is as wanted. */
    ExternalArtifact awaitArtifact(String namespace, String name, Predicate<ExternalArtifact> wanted) {
        return Awaitility.await(name)
                .pollInterval(Duration.ofMillis(50))
                .atMost(PATIENCE)
                .until(
                        () -> externalArtifact(namespace, name),
                        found -> found != null
                                && found.getStatus() != null
                                && found.getStatus().artifact() != null
                                && wanted.test(found));
    }

    ExternalArtifact awaitArtifact(String name) {
        return awaitArtifact(namespace(), name, found -> true);
    }

    /** Null when there is none. */
    @org.jspecify.annotations.Nullable
    ExternalArtifact externalArtifact(String namespace, String name) {
        return cluster.client()
                .resources(ExternalArtifact.class)
                .inNamespace(namespace)
                .withName(name)
                .get();
    }

    void awaitGone(String namespace, String name) {
        Awaitility.await()
                .pollInterval(Duration.ofMillis(50))
                .atMost(PATIENCE)
                .until(() -> externalArtifact(namespace, name) == null);
    }

    static Artifact artifact(ExternalArtifact object) {
        return Objects.requireNonNull(object.getStatus().artifact());
    }

    /** The files that the artifact's URL serves. */
    Map<String, String> files(ExternalArtifact object) throws IOException {
        Path folder = Files.createTempDirectory(work, "fetched-");
        try (InputStream in = URI.create(artifact(object).url()).toURL().openStream()) {
            TarGz.extract(in, folder, ExtractionLimits.DEFAULT);
        }
        return Trees.read(folder);
    }

    /** Messages of the events about a generator with a reason. */
    List<String> messages(String name, String reason) {
        return cluster.client().v1().events().inNamespace(namespace()).list().getItems().stream()
                .filter(event -> event.getInvolvedObject().getName().equals(name)
                        && event.getReason().equals(reason))
                .map(event -> event.getMessage())
                .toList();
    }

    @Override
    public void close() {
        running.close();
        server.close();
    }
}
