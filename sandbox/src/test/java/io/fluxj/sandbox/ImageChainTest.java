package io.fluxj.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fluxj.automation.ImageAutomationController;
import io.fluxj.git.serve.GitHttpServer;
import io.fluxj.kustomization.KustomizeController;
import io.fluxj.reflector.ImageReflectorController;
import io.fluxj.runtime.options.ControllerOptions;
import io.fluxj.runtime.start.ControllerDefinition;
import io.fluxj.runtime.start.ControllerProgram;
import io.fluxj.runtime.start.RunningController;
import io.fluxj.source.SourceController;
import io.fluxj.testkit.ClusterTest;
import io.fluxj.testkit.FreePort;
import io.fluxj.testkit.KubeCluster;
import io.fluxj.testkit.RegistryServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.eclipse.jgit.api.Git;
import org.junit.jupiter.api.io.TempDir;

/** From a tag in a registry to a Deployment in the cluster, through Git, with four controllers in one process. */
final class ImageChainTest {
    private static final String MANIFEST_TYPE = "application/vnd.oci.image.manifest.v1+json";
    private static final String OBJECTS = """
            apiVersion: image.toolkit.fluxcd.io/v1
            kind: ImageRepository
            metadata: {name: web, namespace: {ns}}
            spec: {image: {registry}/acme/web, interval: 2s}
            ---
            apiVersion: image.toolkit.fluxcd.io/v1
            kind: ImagePolicy
            metadata: {name: web, namespace: {ns}}
            spec: {imageRepositoryRef: {name: web}, policy: {semver: {range: ">=1.0.0"}}}
            ---
            apiVersion: image.toolkit.fluxcd.io/v1
            kind: ImageUpdateAutomation
            metadata: {name: fleet, namespace: {ns}}
            spec:
              interval: 1h
              sourceRef: {kind: GitRepository, name: fleet}
              git: {commit: {author: {name: Flux, email: flux@example.com}, messageTemplate: "{{ range .Changed.Changes }}{{ .NewValue }}{{ end }}"}}
              update: {path: ./apps, strategy: Setters}
            ---
            apiVersion: source.toolkit.fluxcd.io/v1
            kind: GitRepository
            metadata: {name: fleet, namespace: {ns}}
            spec: {url: "{git}/fleet.git", interval: 2s, ref: {branch: main}}
            ---
            apiVersion: kustomize.toolkit.fluxcd.io/v1
            kind: Kustomization
            metadata: {name: apps, namespace: {ns}}
            spec: {sourceRef: {kind: GitRepository, name: fleet}, path: ./apps, interval: 1h, prune: true}
            """;
    private static final String DEPLOYMENT = """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: web, namespace: {ns}}
            spec:
              # by hand
              selector: {matchLabels: {app: web}}
              template:
                metadata: {labels: {app: web}}
                spec:
                  containers:
                    - name: web
                      image: {registry}/acme/web:1.0.0 # {"$imagepolicy": "{ns}:web"}
            """;

    @TempDir
    Path work;

    @ClusterTest
    void aPushedTagBecomesAnAppliedDeployment(KubeCluster cluster) throws Exception {
        Path repositories = Files.createDirectories(work.resolve("repositories"));
        try (RegistryServer registry = RegistryServer.start(work);
                GitHttpServer git = GitHttpServer.start(repositories)) {
            push(registry, "1.0.0");
            Places places = new Places(
                    cluster.namespace(), registry.address(), git.url().toString());
            publish(repositories.resolve("fleet.git"), places.fill(DEPLOYMENT));
            Deque<RunningController> running = start(cluster);
            try {
                for (String object : places.fill(OBJECTS).split("---\n", -1)) {
                    var _ = cluster.client().resource(object).create();
                }
                awaitImage(cluster, registry.address() + "/acme/web:1.0.0");

                push(registry, "1.1.0");

                awaitImage(cluster, registry.address() + "/acme/web:1.1.0");
                assertThat(head(repositories.resolve("fleet.git"))).isEqualTo(registry.address() + "/acme/web:1.1.0");
            } finally {
                running.forEach(RunningController::close);
            }
        }
    }

    private record Places(String namespace, String registry, String git) {
        String fill(String text) {
            return text.replace("{ns}", namespace)
                    .replace("{registry}", registry)
                    .replace("{git}", git);
        }
    }

    private static void push(RegistryServer registry, String tag) {
        registry.tag("acme/web", tag, "sha256:" + "0".repeat(64), MANIFEST_TYPE);
    }

    private void publish(Path bare, String deployment) throws Exception {
        Path tree = Files.createDirectories(work.resolve("tree/apps"));
        Files.writeString(tree.resolve("web.yaml"), deployment);
        try (Git _ = Git.init()
                        .setBare(true)
                        .setInitialBranch("main")
                        .setDirectory(bare.toFile())
                        .call();
                Git local = Git.init()
                        .setInitialBranch("main")
                        .setDirectory(work.resolve("tree").toFile())
                        .call()) {
            var _ = local.add().addFilepattern(".").call();
            var _ = local.commit()
                    .setSign(false)
                    .setMessage("by hand")
                    .setAuthor("t", "t@example.com")
                    .setCommitter("t", "t@example.com")
                    .call();
            var _ = local.push().setRemote(bare.toUri().toString()).add("main").call();
        }
    }

    private static String head(Path bare) throws Exception {
        try (Git git = Git.open(bare.toFile())) {
            return git.log()
                    .add(git.getRepository().resolve("main"))
                    .setMaxCount(1)
                    .call()
                    .iterator()
                    .next()
                    .getFullMessage();
        }
    }

    private Deque<RunningController> start(KubeCluster cluster) throws Exception {
        String artifacts = "127.0.0.1:" + FreePort.choose();
        Deque<RunningController> running = new ArrayDeque<>();
        running.push(start(
                cluster,
                new SourceController(),
                "--storage-path=" + Files.createDirectories(work.resolve("artifacts")),
                "--storage-addr=" + artifacts,
                "--storage-adv-addr=" + artifacts));
        running.push(start(cluster, new KustomizeController()));
        running.push(start(
                cluster,
                new ImageReflectorController(),
                "--storage-path=" + Files.createDirectories(work.resolve("tags"))));
        running.push(start(cluster, new ImageAutomationController()));
        for (RunningController controller : running) {
            controller.working().get(120, TimeUnit.SECONDS);
        }
        return running;
    }

    private static <O extends ControllerOptions> RunningController start(
            KubeCluster cluster, ControllerDefinition<O> definition, String... flags) throws Exception {
        List<String> all = Stream.concat(
                        Stream.of("--watch-all-namespaces=false", "--metrics-addr=0", "--health-addr=0"),
                        Stream.of(flags))
                .toList();
        O options = ControllerProgram.parse(definition, all.toArray(String[]::new));
        return ControllerProgram.start(
                definition, options, cluster.client(), Map.of("RUNTIME_NAMESPACE", cluster.namespace()));
    }

    private static void awaitImage(KubeCluster cluster, String image) {
        Awaitility.await(image).atMost(Duration.ofMinutes(2)).untilAsserted(() -> {
            Deployment web = cluster.client()
                    .apps()
                    .deployments()
                    .inNamespace(cluster.namespace())
                    .withName("web")
                    .get();
            assertThat(web).isNotNull();
            assertThat(web.getSpec()
                            .getTemplate()
                            .getSpec()
                            .getContainers()
                            .getFirst()
                            .getImage())
                    .isEqualTo(image);
        });
    }
}
